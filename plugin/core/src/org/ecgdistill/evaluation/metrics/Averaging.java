package org.ecgdistill.evaluation.metrics;

import java.util.List;

/** How the figures of single classes become one figure. */
public enum Averaging {
    /** Every class counts the same. */
    MACRO,
    /** Every class counts by its rows. */
    WEIGHTED;

    /**
     * @param values one figure for each class
     * @param rows the rows of each class; classes without rows are left out
     */
    public MetricValue of(List<MetricValue> values, long[] rows) {
        var sum = 0.0;
        var weights = 0.0;
        var missing = 0;
        var reason = "no rows";
        for (var c = 0; c < rows.length; c++) {
            if (rows[c] == 0) {
                continue;
            }
            if (values.get(c).isPresent()) {
                double weight = this == MACRO ? 1 : rows[c];
                sum += weight * values.get(c).value();
                weights += weight;
            } else {
                missing++;
                reason = values.get(c).note();
            }
        }
        if (weights == 0) {
            return MetricValue.missing(reason);
        }
        return MetricValue.of(sum / weights, missing == 0 ? "" : "without " + missing + " of the classes: " + reason);
    }
}
