package org.ecgdistill.evaluation.metrics;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** The metrics of {@link Metric.Basis#COUNTS} from a confusion matrix, for one positive class or for all classes. */
public final class CountMetrics {

    private final ConfusionMatrix matrix;
    private final Optional<Integer> positive;
    private final Averaging averaging;

    public CountMetrics(ConfusionMatrix matrix, Optional<Integer> positive, Averaging averaging) {
        this.matrix = matrix;
        this.positive = positive;
        this.averaging = averaging;
    }

    public MetricValue of(Metric metric) {
        return switch (metric) {
            case ACCURACY -> matrix.accuracy();
            case MCC -> matrix.mcc();
            case KAPPA -> matrix.kappa();
            case BALANCED_ACCURACY -> balancedAccuracy();
            case F1 -> classwise(BinaryCounts::f1);
            case SENSITIVITY -> classwise(BinaryCounts::sensitivity);
            case SPECIFICITY -> classwise(BinaryCounts::specificity);
            case PRECISION -> classwise(BinaryCounts::precision);
            case NEGATIVE_PREDICTIVE_VALUE -> classwise(BinaryCounts::negativePredictiveValue);
            default -> throw new IllegalArgumentException(metric + " does not follow from counts");
        };
    }

    private MetricValue balancedAccuracy() {
        var present = 0;
        for (var c = 0; c < matrix.classes().size(); c++) {
            present += matrix.actualTotal(c) > 0 ? 1 : 0;
        }
        return present < 2
                ? MetricValue.missing("all rows are of one class")
                : average(BinaryCounts::sensitivity, Averaging.MACRO);
    }

    private MetricValue classwise(Function<BinaryCounts, MetricValue> metric) {
        return positive.isPresent() ? metric.apply(matrix.oneAgainstRest(positive.get())) : average(metric, averaging);
    }

    private MetricValue average(Function<BinaryCounts, MetricValue> metric, Averaging how) {
        var classes = matrix.classes().size();
        var values = new ArrayList<MetricValue>(classes);
        var rows = new long[classes];
        for (var c = 0; c < classes; c++) {
            values.add(metric.apply(matrix.oneAgainstRest(c)));
            rows[c] = matrix.actualTotal(c);
        }
        return how.of(values, rows);
    }
}
