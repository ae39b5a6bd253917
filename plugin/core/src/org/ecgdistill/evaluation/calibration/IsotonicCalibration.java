package org.ecgdistill.evaluation.calibration;

import java.util.Arrays;
import org.ecgdistill.evaluation.metrics.DoubleOrder;

/**
 * Isotonic calibration (Zadrozny and Elkan 2002): the rising map that fits the outcomes best in the least-squares sense,
 * found by pooling adjacent violators (Ayer et al. 1955). Straight lines join the fitted probabilities, beyond them the map
 * is constant.
 */
public final class IsotonicCalibration implements Calibrator {

    private final double[] at;
    private final double[] value;

    private IsotonicCalibration(double[] at, double[] value) {
        this.at = at;
        this.value = value;
    }

    public static IsotonicCalibration fit(double[] probability, boolean[] positive) {
        var order = DoubleOrder.ascending(probability);
        var at = new double[order.length];
        var sum = new double[order.length];
        var rows = new double[order.length];
        var size = 0;
        for (var row : order) {
            if (size == 0 || at[size - 1] != probability[row]) {
                at[size++] = probability[row];
            }
            sum[size - 1] += positive[row] ? 1 : 0;
            rows[size - 1]++;
        }
        return pooled(at, sum, rows, size);
    }

    private static IsotonicCalibration pooled(double[] at, double[] sum, double[] rows, int size) {
        var blockSum = new double[size];
        var blockRows = new double[size];
        var blockEnd = new int[size];
        var blocks = 0;
        for (var i = 0; i < size; i++) {
            blockSum[blocks] = sum[i];
            blockRows[blocks] = rows[i];
            blockEnd[blocks] = i + 1;
            blocks++;
            while (blocks > 1
                    && blockSum[blocks - 2] * blockRows[blocks - 1] >= blockSum[blocks - 1] * blockRows[blocks - 2]) {
                blocks--;
                blockSum[blocks - 1] += blockSum[blocks];
                blockRows[blocks - 1] += blockRows[blocks];
                blockEnd[blocks - 1] = blockEnd[blocks];
            }
        }
        // Within a block the map is constant, so that its two ends suffice; few numbers are searched faster than many.
        var ends = new double[2 * blocks];
        var values = new double[2 * blocks];
        var kept = 0;
        var start = 0;
        for (var block = 0; block < blocks; block++) {
            var last = blockEnd[block] - 1;
            var value = blockSum[block] / blockRows[block];
            ends[kept] = at[start];
            values[kept++] = value;
            if (last > start) {
                ends[kept] = at[last];
                values[kept++] = value;
            }
            start = last + 1;
        }
        return new IsotonicCalibration(Arrays.copyOf(ends, kept), Arrays.copyOf(values, kept));
    }

    @Override
    public double calibrate(double probability) {
        var found = Arrays.binarySearch(at, probability);
        if (found >= 0) {
            return value[found];
        }
        var above = -found - 1;
        if (above == 0) {
            return value[0];
        }
        if (above == at.length) {
            return value[at.length - 1];
        }
        var part = (probability - at[above - 1]) / (at[above] - at[above - 1]);
        return value[above - 1] + part * (value[above] - value[above - 1]);
    }
}
