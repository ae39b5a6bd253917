package org.ecgdistill.evaluation.report;

import org.ecgdistill.evaluation.metrics.Averaging;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Comparison;

/** Names of metrics as this comparison uses them. */
final class Titles {

    private Titles() {}

    static String of(Metric metric, Comparison comparison) {
        if (metric == Metric.SENSITIVITY_AT_SPECIFICITY) {
            return "Sensitivity at "
                    + Numbers.level(comparison.options().rules().specificity()) + " specificity";
        }
        return metric.title();
    }

    static String averaging(Comparison comparison) {
        return comparison.options().rules().averaging() == Averaging.MACRO
                ? "each class weighted equally"
                : "each class weighted by its number of rows";
    }
}
