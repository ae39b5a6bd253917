package org.ecgdistill.nn.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.folds.FoldAssigner;
import org.ecgdistill.nn.NetworkException;

/**
 * Which rows may teach which model.
 *
 * @param labels the class of each row; null for a row that is predicted but not learnt from
 * @param subjects the subject of each row, null if unknown; empty without a subject column
 * @param folds the fold of each row from 0, -1 for a row in no fold, which is not learnt from either; empty without a
 *     cross-validation
 * @param unlabelled rows without a label that are learnt from by a teacher's predictions alone
 * @param innerFolds the number of parts of a model's rows, of which one part is kept back to choose the epoch; below 2
 *     if no rows are kept back
 * @param seed of the choice of that part
 */
public record Design(
        List<String> labels,
        Optional<List<String>> subjects,
        int[] folds,
        int[] unlabelled,
        int innerFolds,
        long seed) {

    /**
     * Five subjects against five can be ranked in 252 ways, one of which is free of error: chance alone hardly achieves
     * that within a training. For three against three it is one way in 20.
     */
    public static final int FEW = 5;

    public Design {
        if (folds.length > 0 && folds.length != labels.size()
                || subjects.isPresent() && subjects.get().size() != labels.size()) {
            throw new NetworkException("Labels, subjects and folds must be given for the same rows.");
        }
    }

    /** All rows that are learnt from have a label. */
    public Design(List<String> labels, Optional<List<String>> subjects, int[] folds, int innerFolds, long seed) {
        this(labels, subjects, folds, new int[0], innerFolds, seed);
    }

    /**
     * The rows of a model.
     *
     * @param training rows with a label that it learns from
     * @param validation rows with a label that choose its epoch
     * @param unlabelled rows without a label that it learns from
     * @param heldOut rows without a label of the subjects that choose its epoch
     */
    public record Split(int[] training, int[] validation, int[] unlabelled, int[] heldOut) {

        /** The same with all rows to learn from, those that were kept back included. */
        public Split whole() {
            return new Split(joined(training, validation), new int[0], joined(unlabelled, heldOut), new int[0]);
        }

        private static int[] joined(int[] some, int[] others) {
            return IntStream.concat(IntStream.of(some), IntStream.of(others))
                    .sorted()
                    .toArray();
        }
    }

    /** How many models are cross-validated; 0 without folds. */
    public int numberOfFolds() {
        return IntStream.of(folds).max().orElse(-1) + 1;
    }

    /** The same rows with other labels and other rows without one that are learnt from. */
    public Design with(List<String> otherLabels, int[] others) {
        return new Design(otherLabels, subjects, folds, others, innerFolds, seed);
    }

    /** Whom a row comes from; a row of an unknown subject is a subject of its own. */
    public String subjectOf(int row) {
        return subject(row).orElse("(row " + row + ")");
    }

    /**
     * The rows of the model that is to predict a fold: never a row of that fold. A row without a label is not learnt from
     * either if its subject has any row in that fold, or if its subject is unknown and it is in no fold; and the
     * subjects that choose the epoch teach nothing.
     *
     * @param fold the fold that is left out; -1 for the model of all rows
     */
    public Split split(int fold) {
        var others = unlabelledWithout(fold);
        if (others.length == 0) {
            checkLabels(fold);
        }
        return inner(labelledWithout(fold), others);
    }

    private int[] labelledWithout(int fold) {
        return IntStream.range(0, labels.size())
                .filter(row -> labels.get(row) != null)
                .filter(row -> folds.length == 0 || folds[row] >= 0 && folds[row] != fold)
                .toArray();
    }

    /**
     * The rows without a label from which the model that is to predict a fold may learn, whatever chooses its epoch.
     *
     * @param fold the fold that is left out; -1 for the model of all rows
     */
    public int[] unlabelledWithout(int fold) {
        var tested = IntStream.range(0, folds.length)
                .filter(row -> fold >= 0 && folds[row] == fold)
                .mapToObj(this::subject)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return IntStream.of(unlabelled)
                .filter(row -> folds.length == 0 || folds[row] < 0 || folds[row] != fold)
                .filter(row -> folds.length == 0
                        || subject(row)
                                .map(name -> !tested.contains(name))
                                .orElse(subjects.isEmpty() || folds[row] >= 0))
                .toArray();
    }

    /** Empty if unknown. */
    private Optional<String> subject(int row) {
        return subjects.map(names -> names.get(row));
    }

    /** Whether some class has fewer than {@value #FEW} subjects in these rows; without subjects each row is one. */
    public boolean hasFewSubjects(int[] rows) {
        var known = subjects(rows);
        var ofClass = new HashMap<String, Set<Object>>();
        for (var i = 0; i < rows.length; i++) {
            ofClass.computeIfAbsent(labels.get(rows[i]), name -> new HashSet<>())
                    .add(known.isPresent() ? known.get().get(i) : i);
        }
        return ofClass.values().stream().anyMatch(some -> some.size() < FEW);
    }

    /**
     * Rejects rows whose labels do not distinguish classes, for a model that can't do without.
     *
     * @param fold the fold that is left out; -1 for the model of all rows
     */
    public void checkLabels(int fold) {
        var rows = labelledWithout(fold);
        var classes = new TreeSet<String>();
        for (var row : rows) {
            classes.add(labels.get(row));
        }
        var where = fold < 0 ? "All rows together hold" : "Without fold " + fold + " the rows hold";
        if (rows.length == 0) {
            throw new NetworkException(where + " nothing to learn from: no row has both a label and a fold.");
        }
        if (classes.size() < 2) {
            throw new NetworkException(where + " only one class (" + classes.first()
                    + "): there is nothing to distinguish. Choose another label column, fewer folds (Fold"
                    + " Assigner), or a larger share of labelled subjects.");
        }
    }

    /** Keeps whole subjects back where subjects are known, as evenly by label as they allow. */
    private Split inner(int[] rows, int[] others) {
        var kept = labels(rows);
        for (var parts = innerFolds; parts >= 2; parts--) {
            try {
                var part = new FoldAssigner(parts, OptionalLong.of(seed)).assign(kept, subjects(rows), Progress.NONE);
                var training = pick(rows, i -> part[i] != 0);
                var validation = pick(rows, i -> part[i] == 0);
                if (isUsable(training) && isUsable(validation)) {
                    var choosing = IntStream.of(validation)
                            .mapToObj(this::subject)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());
                    var isHeldOut = IntStream.of(others)
                            .mapToObj(row ->
                                    subject(row).filter(choosing::contains).isPresent())
                            .toList();
                    return new Split(
                            training, validation, pick(others, i -> !isHeldOut.get(i)), pick(others, isHeldOut::get));
                }
            } catch (EvaluationException ex) {
                // Fewer subjects than parts: larger parts may do.
                continue;
            }
        }
        return new Split(rows, new int[0], others, new int[0]);
    }

    private boolean isUsable(int[] rows) {
        return IntStream.of(rows).mapToObj(labels::get).distinct().count() >= 2;
    }

    private List<String> labels(int[] rows) {
        return IntStream.of(rows).mapToObj(labels::get).toList();
    }

    private Optional<List<String>> subjects(int[] rows) {
        return subjects.map(
                known -> IntStream.of(rows).mapToObj(this::subjectOf).toList());
    }

    private static int[] pick(int[] rows, IntPredicate chosen) {
        return IntStream.range(0, rows.length).filter(chosen).map(i -> rows[i]).toArray();
    }
}
