package org.ecgdistill.evaluation.curves;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.intervals.Wilson;
import org.ecgdistill.evaluation.metrics.CalibrationError;

/**
 * Calibration: the observed share of positive rows against the probability that was given, in bins of equal width; bins
 * without rows are left out.
 */
public record ReliabilityCurve(List<Bin> bins) {

    /**
     * Rows of similar probability.
     *
     * @param probability the mean probability of the rows
     * @param share the share of them that was positive
     * @param interval of the share, as if the rows were independent (Wilson)
     */
    public record Bin(double probability, double share, long rows, Interval interval) {}

    public static ReliabilityCurve of(double[] probability, boolean[] positive, int bins, double level) {
        var sums = new double[bins];
        var happened = new long[bins];
        var rows = new long[bins];
        for (var row = 0; row < probability.length; row++) {
            var bin = CalibrationError.bin(probability[row], bins);
            sums[bin] += probability[row];
            happened[bin] += positive[row] ? 1 : 0;
            rows[bin]++;
        }
        var filled = new ArrayList<Bin>();
        for (var bin = 0; bin < bins; bin++) {
            if (rows[bin] > 0) {
                filled.add(new Bin(
                        sums[bin] / rows[bin],
                        happened[bin] / (double) rows[bin],
                        rows[bin],
                        Wilson.of(happened[bin], rows[bin], level)));
            }
        }
        return new ReliabilityCurve(List.copyOf(filled));
    }
}
