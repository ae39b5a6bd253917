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
 * The classes that are told apart, from the labels that occur: two of them, one of which is looked for, or several. A class
 * that is looked for among several is set against the rest.
 */
final class LabelClasses {

    private final List<String> names;
    private final Optional<Integer> positive;
    private final Map<String, Integer> numbers;

    private LabelClasses(List<String> names, Optional<Integer> positive, Map<String, Integer> numbers) {
        this.names = List.copyOf(names);
        this.positive = positive;
        this.numbers = Map.copyOf(numbers);
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
        if (labels.size() > 2) {
            return wanted.isPresent() ? againstRest(labels, wanted.get()) : all(labels, Optional.empty());
        }
        return all(
                labels,
                Optional.of(
                        wanted.isPresent() ? labels.indexOf(wanted.get()) : choose(rows, labels, models, findings)));
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

    private static int choose(
            SortedMap<String, Integer> rows,
            List<String> labels,
            List<ModelPredictions> models,
            Collection<Finding> findings) {
        var only = models.stream()
                .map(model -> labels.stream().filter(model.classes()::contains).toList())
                .filter(given -> given.size() == 1)
                .map(given -> given.get(0))
                .distinct()
                .toList();
        var byModels = only.size() == 1;
        var rarer = rows.get(labels.get(0)) < rows.get(labels.get(1)) ? 0 : 1;
        var positive = byModels ? labels.indexOf(only.get(0)) : rarer;
        findings.add(Finding.note("The class looked for is " + Words.quoted(labels.get(positive)) + ", "
                + (byModels ? "the one that models give a probability of." : "the rarer one.")));
        return positive;
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    Optional<Integer> positive() {
        return positive;
    }

    /** The class of a label; empty for one that does not occur. */
    Optional<Integer> of(String label) {
        return Optional.ofNullable(numbers.get(label));
    }
}
