package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * The classes to be distinguished, from the labels that occur: two, one of them positive, or several. A positive class
 * among several is set against the rest.
 */
public final class LabelClasses {

    private final List<String> names;
    private final Optional<Integer> positive;
    private final Map<String, Integer> numbers;

    private LabelClasses(List<String> names, Optional<Integer> positive, Map<String, Integer> numbers) {
        this.names = List.copyOf(names);
        this.positive = positive;
        this.numbers = Map.copyOf(numbers);
    }

    /**
     * @param rows the number of rows of each of at least two labels
     * @param wanted the positive class; without it the rarer of two labels
     */
    public static LabelClasses of(SortedMap<String, Integer> rows, Optional<String> wanted) {
        var labels = List.copyOf(rows.keySet());
        if (labels.size() > 2) {
            return wanted.isPresent() ? againstRest(labels, wanted.get()) : all(labels, Optional.empty());
        }
        var rarer = rows.get(labels.get(0)) < rows.get(labels.get(1)) ? 0 : 1;
        return all(labels, Optional.of(wanted.map(labels::indexOf).orElse(rarer)));
    }

    /** @param rows the number of rows of each label */
    static LabelClasses of(
            SortedMap<String, Integer> rows,
            String column,
            List<ModelPredictions> models,
            Optional<String> wanted,
            Collection<Finding> findings) {
        var labels = new ArrayList<>(rows.keySet());
        if (labels.size() < 2) {
            throw new EvaluationException("Column \"" + column + "\" holds "
                    + (labels.isEmpty() ? "no label at all" : "one label only, " + Words.quoted(labels.get(0)))
                    + "; to score models it must hold at least two. Choose the column with the true classes.");
        }
        if (wanted.isPresent() && !labels.contains(wanted.get())) {
            throw new EvaluationException("The positive class is \"" + wanted.get() + "\" but column \"" + column
                    + "\" holds " + Words.list(labels) + "; choose one of these.");
        }
        if (wanted.isPresent() || labels.size() > 2) {
            return of(rows, wanted);
        }
        var byModels = ofModels(labels, models);
        var classes = of(rows, byModels);
        findings.add(Finding.note("The positive class is "
                + Words.quoted(labels.get(classes.positive.orElseThrow())) + ", "
                + (byModels.isPresent() ? "the one that models give a probability of." : "the rarer one.")));
        return classes;
    }

    private static LabelClasses all(List<String> labels, Optional<Integer> positive) {
        var numbers = new TreeMap<String, Integer>();
        for (var c = 0; c < labels.size(); c++) {
            numbers.put(labels.get(c), c);
        }
        return new LabelClasses(labels, positive, numbers);
    }

    private static LabelClasses againstRest(List<String> labels, String positive) {
        var numbers = new TreeMap<String, Integer>();
        labels.forEach(label -> numbers.put(label, label.equals(positive) ? 1 : 0));
        return new LabelClasses(List.of("not " + positive, positive), Optional.of(1), numbers);
    }

    /** The one of two labels that models give a probability of, if all that give one give the same. */
    private static Optional<String> ofModels(List<String> labels, List<ModelPredictions> models) {
        var only = models.stream()
                .map(model -> labels.stream().filter(model.classes()::contains).toList())
                .filter(given -> given.size() == 1)
                .map(given -> given.get(0))
                .distinct()
                .toList();
        return only.size() == 1 ? Optional.of(only.get(0)) : Optional.empty();
    }

    public List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** The number of the positive class; empty with several classes. */
    public Optional<Integer> positive() {
        return positive;
    }

    /** The class of a label; empty for one that does not occur. */
    Optional<Integer> of(String label) {
        return Optional.ofNullable(numbers.get(label));
    }
}
