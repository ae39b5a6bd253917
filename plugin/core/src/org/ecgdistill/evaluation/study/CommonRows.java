package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * The rows that every model was scored on, with class, fold and subject as numbers from 0.
 *
 * @param row the place of each common row among the cases
 * @param columns the probability columns of each model
 * @param folds the numbers that folds have in the table; a single unnamed fold without a fold column
 * @param subject of each row; without a subject column each row is a subject of its own
 */
record CommonRows(
        Cases cases,
        LabelClasses classes,
        List<Optional<ProbabilityColumns>> columns,
        int[] row,
        int[] actual,
        List<Integer> folds,
        int[] fold,
        int subjects,
        int[] subject) {

    static CommonRows of(
            Cases cases, List<ModelPredictions> models, ComparisonOptions options, Collection<Finding> findings) {
        checkModels(cases, models);
        var usable = usable(cases, findings);
        checkLabels(cases, usable);
        var rowsOfLabels = new TreeMap<String, Integer>();
        for (var row : usable) {
            rowsOfLabels.merge(cases.label(row).orElseThrow(), 1, Integer::sum);
        }
        var classes = LabelClasses.of(rowsOfLabels, cases.columns().label(), models, options.positiveClass(), findings);
        var columns = models.stream()
                .map(model -> ProbabilityColumns.of(model, classes, findings))
                .toList();
        var row = common(models, columns, usable, findings);
        var actual = new int[row.length];
        for (var i = 0; i < row.length; i++) {
            actual[i] = classes.of(cases.label(row[i]).orElseThrow()).orElseThrow();
        }
        if (IntStream.of(actual).distinct().count() < 2) {
            throw new EvaluationException("The " + Words.count(row.length, "row", "rows")
                    + " that every model was scored on have no two different labels; check the prediction columns"
                    + " for missing values.");
        }
        return numbered(cases, classes, columns, row, actual);
    }

    private static void checkModels(Cases cases, List<ModelPredictions> models) {
        if (models.isEmpty()) {
            throw new EvaluationException(
                    "There is no model to score; choose at least one column with predictions or probabilities.");
        }
        var names = new TreeSet<String>();
        for (var model : models) {
            if (!names.add(model.name())) {
                throw new EvaluationException("Two models are named \"" + model.name()
                        + "\"; give each its own name in the node that made its predictions.");
            }
            if (model.size() != cases.size()) {
                throw new EvaluationException("Model \"" + model.name() + "\" has " + Words.count(model.size())
                        + " predictions for " + Words.count(cases.size()) + " rows; there must be one for each row.");
            }
        }
    }

    /** If labels exist, but only in rows that cannot be used, the label column is not at fault. */
    private static void checkLabels(Cases cases, int[] usable) {
        var columns = cases.columns();
        var labels = IntStream.range(0, cases.size())
                .mapToObj(cases::label)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        var left = IntStream.of(usable)
                .mapToObj(row -> cases.label(row).orElseThrow())
                .distinct()
                .count();
        if (labels < 2 || left > 1) {
            return;
        }
        var needed = columns.fold().map(name -> "a fold in column " + Words.quoted(name)).stream()
                .collect(Collectors.toCollection(ArrayList::new));
        columns.subject()
                .map(name -> "a subject in column " + Words.quoted(name))
                .ifPresent(needed::add);
        var without = String.join(" and ", needed);
        throw new EvaluationException((left == 0
                        ? "No row that has a label in column " + Words.quoted(columns.label()) + " has "
                        : "All rows that have a label in column " + Words.quoted(columns.label()) + " and ")
                + without
                + (left == 0
                        ? ": there is nothing to score."
                        : " have the same label: no classes can be distinguished.")
                + " Choose other columns in the node's dialog, or None.");
    }

    /** Rows with a label and, where such columns are chosen, with a fold and a subject. */
    private static int[] usable(Cases cases, Collection<Finding> findings) {
        var columns = cases.columns();
        reportMissing(cases, "label", columns.label(), row -> cases.label(row).isEmpty(), findings);
        columns.fold()
                .ifPresent(name -> reportMissing(
                        cases, "fold", name, row -> cases.fold(row).isEmpty(), findings));
        columns.subject()
                .ifPresent(name -> reportMissing(
                        cases, "subject", name, row -> cases.subject(row).isEmpty(), findings));
        return IntStream.range(0, cases.size())
                .filter(row -> cases.label(row).isPresent())
                .filter(row -> columns.fold().isEmpty() || cases.fold(row).isPresent())
                .filter(row -> columns.subject().isEmpty() || cases.subject(row).isPresent())
                .toArray();
    }

    private static void reportMissing(
            Cases cases, String what, String column, IntPredicate isMissing, Collection<Finding> findings) {
        var missing = IntStream.range(0, cases.size()).filter(isMissing).count();
        if (missing > 0) {
            findings.add(Finding.warning(Words.count(missing) + " of " + Words.count(cases.size(), "row", "rows")
                    + (missing == 1 ? " has" : " have") + " no " + what + " in column " + Words.quoted(column)
                    + " and " + (missing == 1 ? "is" : "are") + " left out."));
        }
    }

    private static int[] common(
            List<ModelPredictions> models,
            List<Optional<ProbabilityColumns>> columns,
            int[] usable,
            Collection<Finding> findings) {
        var common = IntStream.of(usable)
                .filter(row ->
                        IntStream.range(0, models.size()).allMatch(m -> isScored(models.get(m), columns.get(m), row)))
                .toArray();
        for (var m = 0; m < models.size(); m++) {
            var model = models.get(m);
            var ofModel = columns.get(m);
            var missing = IntStream.of(usable)
                    .filter(row -> !isScored(model, ofModel, row))
                    .count();
            if (missing > 0) {
                findings.add(Finding.warning("Model " + Words.quoted(model.name()) + " has no prediction for "
                        + Words.count(missing) + " of " + Words.count(usable.length, "row", "rows") + "."
                        + (models.size() == 1
                                ? " They are left out."
                                : " All models are compared on the " + Words.count(common.length)
                                        + " rows that every model was scored on.")));
            }
        }
        if (common.length == 0) {
            throw new EvaluationException("There is no row that every model was scored on; of "
                    + Words.count(usable.length, "row", "rows")
                    + " with a label each lacks the prediction of some model. Compare fewer models, or join their"
                    + " predictions by row.");
        }
        return common;
    }

    private static boolean isScored(ModelPredictions model, Optional<ProbabilityColumns> columns, int row) {
        return columns.isPresent()
                ? columns.get().isComplete(row)
                : model.predicted(row).isPresent();
    }

    private static CommonRows numbered(
            Cases cases, LabelClasses classes, List<Optional<ProbabilityColumns>> columns, int[] row, int[] actual) {
        var hasFolds = cases.columns().fold().isPresent();
        var folds = new ArrayList<Integer>();
        if (hasFolds) {
            var different = new TreeSet<Integer>();
            IntStream.of(row).forEach(r -> different.add(cases.fold(r).orElseThrow()));
            folds.addAll(different);
        } else {
            folds.add(0);
        }
        var hasSubjects = cases.columns().subject().isPresent();
        var foldNumbers = new HashMap<Integer, Integer>();
        folds.forEach(name -> foldNumbers.put(name, foldNumbers.size()));
        var subjects = new HashMap<String, Integer>();
        var fold = new int[row.length];
        var subject = new int[row.length];
        for (var i = 0; i < row.length; i++) {
            fold[i] = hasFolds ? foldNumbers.get(cases.fold(row[i]).orElseThrow()) : 0;
            if (hasSubjects) {
                var name = cases.subject(row[i]).orElseThrow();
                subjects.putIfAbsent(name, subjects.size());
                subject[i] = subjects.get(name);
            } else {
                subject[i] = i;
            }
        }
        var count = hasSubjects ? subjects.size() : row.length;
        return new CommonRows(cases, classes, columns, row, actual, List.copyOf(folds), fold, count, subject);
    }

    int size() {
        return row.length;
    }

    boolean hasFolds() {
        return cases.columns().fold().isPresent();
    }

    boolean hasSubjects() {
        return cases.columns().subject().isPresent();
    }

    /** The subjects of all rows that have one, with repetitions. */
    List<String> subjectNames() {
        return IntStream.range(0, cases.size())
                .mapToObj(cases::subject)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The rows of one fold, as places among the common rows. */
    int[] rowsOf(int wantedFold) {
        return IntStream.range(0, size()).filter(i -> fold[i] == wantedFold).toArray();
    }
}
