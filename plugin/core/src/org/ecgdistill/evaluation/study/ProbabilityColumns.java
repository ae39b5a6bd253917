package org.ecgdistill.evaluation.study;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * Which probability columns of a model stand for which class.
 *
 * @param ofClass the column of each class; -1 for 1 minus the column of the other of two classes
 * @param outside columns of classes that are not labels
 */
record ProbabilityColumns(ModelPredictions model, int[] ofClass, int[] outside) {

    /** Beyond 0 and 1 by less than this is rounding and is moved to the end. */
    private static final double ROUNDING = 1e-6;

    /** Empty where the model has no such columns, or not those of all classes, and is to be scored by its predictions. */
    static Optional<ProbabilityColumns> of(ModelPredictions model, LabelClasses classes, Collection<Finding> findings) {
        var ofClass = classes.positive().isPresent() ? ofTwo(model, classes) : ofAll(model, classes);
        var missing = IntStream.range(0, classes.size())
                .filter(c -> ofClass[c] < 0)
                .mapToObj(classes.names()::get)
                .toList();
        var complete = classes.positive().isPresent() ? missing.size() < 2 : missing.isEmpty();
        if (complete) {
            return Optional.of(new ProbabilityColumns(model, ofClass, outside(model, classes)));
        }
        if (!model.hasPredictedClass()) {
            throw new EvaluationException("Model \"" + model.name() + "\" gives probabilities of "
                    + Words.list(model.classes()) + " but the labels need " + Words.list(missing)
                    + "; choose its prediction column too, or the column with its true labels.");
        }
        if (!model.classes().isEmpty()) {
            findings.add(Finding.warning("Model " + Words.quoted(model.name()) + " has no probability column for "
                    + Words.list(missing) + "; only its predicted classes are scored."));
        }
        return Optional.empty();
    }

    private static int[] ofTwo(ModelPredictions model, LabelClasses classes) {
        int positive = classes.positive().orElseThrow();
        var column = model.classes().indexOf(classes.names().get(positive));
        var other = model.classes().indexOf(classes.names().get(1 - positive));
        var ofClass = new int[] {-1, -1};
        // The column of the positive class alone decides; the other one is only used where that is missing.
        ofClass[column >= 0 ? positive : 1 - positive] = column >= 0 ? column : other;
        return ofClass;
    }

    private static int[] ofAll(ModelPredictions model, LabelClasses classes) {
        return classes.names().stream().mapToInt(model.classes()::indexOf).toArray();
    }

    private static int[] outside(ModelPredictions model, LabelClasses classes) {
        if (classes.positive().isPresent()) {
            return new int[0];
        }
        List<String> given = model.classes();
        return IntStream.range(0, given.size())
                .filter(column -> classes.of(given.get(column)).isEmpty())
                .toArray();
    }

    boolean isComplete(int row) {
        for (var column : ofClass) {
            if (column >= 0 && Double.isNaN(model.probability(column, row))) {
                return false;
            }
        }
        return true;
    }

    /** The probability of a class. */
    double of(int c, int row, Cases cases) {
        return ofClass[c] >= 0 ? checked(ofClass[c], row, cases) : 1 - checked(ofClass[1 - c], row, cases);
    }

    /** The largest probability of a class that is not a label. */
    double ofOutside(int row, Cases cases) {
        var largest = 0.0;
        for (var column : outside) {
            if (!Double.isNaN(model.probability(column, row))) {
                largest = Math.max(largest, checked(column, row, cases));
            }
        }
        return largest;
    }

    private double checked(int column, int row, Cases cases) {
        var probability = model.probability(column, row);
        if (!(probability >= -ROUNDING && probability <= 1 + ROUNDING)) {
            throw new EvaluationException(
                    "Model \"" + model.name() + "\", row " + cases.key(row) + ": the probability of \""
                            + model.classes().get(column) + "\" is " + probability
                            + " but must lie between 0 and 1. Is it a column of logits? Choose the column named P"
                            + " (…).");
        }
        return Math.min(1, Math.max(0, probability));
    }
}
