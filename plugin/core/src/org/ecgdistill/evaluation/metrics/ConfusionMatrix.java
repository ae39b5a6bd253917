package org.ecgdistill.evaluation.metrics;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * How often each class was predicted as each class. A last column counts predictions of a class that is not among the
 * labels; they are always wrong.
 */
public final class ConfusionMatrix {

    private final List<String> classes;
    private final long[][] counts;
    private final long rows;

    private ConfusionMatrix(List<String> classes, long[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = counts;
        this.rows = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /**
     * @param actual the class of each row, as an index into the classes
     * @param predicted the predicted class of each row; the number of classes stands for a class that is not a label
     */
    public static ConfusionMatrix of(List<String> classes, int[] actual, int[] predicted) {
        if (actual.length != predicted.length) {
            throw new EvaluationException("There are " + actual.length + " labels but " + predicted.length
                    + " predictions; give one prediction for each label.");
        }
        var counts = new long[classes.size()][classes.size() + 1];
        for (var row = 0; row < actual.length; row++) {
            counts[actual[row]][predicted[row]]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /** From counts[actual][predicted], with or without the column for predictions that are not labels. */
    public static ConfusionMatrix of(List<String> classes, long[][] counts) {
        var copy = new long[classes.size()][];
        for (var actual = 0; actual < copy.length; actual++) {
            copy[actual] = Arrays.copyOf(counts[actual], classes.size() + 1);
        }
        return new ConfusionMatrix(classes, copy);
    }

    public List<String> classes() {
        return classes;
    }

    public long count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /** Rows of a class that were predicted as a class that is not a label. */
    public long predictedOutside(int actual) {
        return counts[actual][classes.size()];
    }

    public long actualTotal(int actual) {
        return Arrays.stream(counts[actual]).sum();
    }

    public long predictedTotal(int predicted) {
        var total = 0L;
        for (var row : counts) {
            total += row[predicted];
        }
        return total;
    }

    public long rows() {
        return rows;
    }

    public long right() {
        var total = 0L;
        for (var i = 0; i < counts.length; i++) {
            total += counts[i][i];
        }
        return total;
    }

    /** One class against all others. */
    public BinaryCounts oneAgainstRest(int positive) {
        var found = counts[positive][positive];
        var missed = actualTotal(positive) - found;
        var mistaken = predictedTotal(positive) - found;
        return new BinaryCounts(found, mistaken, rows() - found - missed - mistaken, missed);
    }

    public MetricValue accuracy() {
        return MetricValue.ratio(right(), rows(), "no rows");
    }

    /**
     * Matthews correlation coefficient for any number of classes (Gorodkin 2004). Where the model predicts one class
     * only, it is 0, the value of a guess (Chicco and Jurman 2020).
     */
    public MetricValue mcc() {
        double rows = rows();
        var agreement = 0.0;
        var actualSquares = 0.0;
        var predictedSquares = Math.pow(predictedTotal(classes.size()), 2);
        for (var i = 0; i < counts.length; i++) {
            double actual = actualTotal(i);
            double predicted = predictedTotal(i);
            agreement += actual * predicted;
            actualSquares += actual * actual;
            predictedSquares += predicted * predicted;
        }
        var actualSpread = rows * rows - actualSquares;
        var predictedSpread = rows * rows - predictedSquares;
        if (actualSpread == 0) {
            return MetricValue.missing("all rows are of one class");
        }
        if (predictedSpread == 0) {
            return MetricValue.of(0, "all rows were predicted as one class; counted as 0");
        }
        return MetricValue.of((right() * rows - agreement) / (Math.sqrt(actualSpread * predictedSpread)));
    }

    /** Cohen's kappa (Cohen 1960). */
    public MetricValue kappa() {
        double rows = rows();
        var expected = 0.0;
        for (var i = 0; i < counts.length; i++) {
            expected += actualTotal(i) / rows * (predictedTotal(i) / rows);
        }
        return rows == 0 || expected == 1
                ? MetricValue.missing("all rows are of one class and were predicted as it")
                : MetricValue.of((right() / rows - expected) / (1 - expected));
    }
}
