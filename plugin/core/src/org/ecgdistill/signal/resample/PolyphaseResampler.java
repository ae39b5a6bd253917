package org.ecgdistill.signal.resample;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.MissingSamples;

/**
 * Resampling by a ratio of whole numbers with one filter against images and folding. The ends are continued by their point
 * reflection, which keeps level and slope.
 */
final class PolyphaseResampler implements Resampler {

    private static final int SAMPLES_BETWEEN_REPORTS = 1 << 16;

    private final RateRatio ratio;
    private final PolyphaseFilter filter;

    PolyphaseResampler(RateRatio ratio) {
        this.ratio = ratio;
        this.filter = new PolyphaseFilter(ratio);
    }

    @Override
    public int newLength(int samples) {
        return ratio.newLength(samples);
    }

    @Override
    public double[] resample(double[] samples, Progress progress) {
        var result = new double[ratio.newLength(samples.length)];
        if (Arrays.stream(samples).allMatch(Double::isNaN)) {
            Arrays.fill(result, Double.NaN);
            return result;
        }
        // A filter would spread a missing sample over all its reach.
        var extended = extended(MissingSamples.of(samples).bridged());
        for (var i = 0; i < result.length; i++) {
            if (i % SAMPLES_BETWEEN_REPORTS == 0) {
                progress.report((double) i / result.length, "Resampling");
            }
            var position = (long) i * ratio.down();
            // The extension shifts an old sample by as much as the filter reaches back.
            var start = (int) (position / ratio.up());
            var weights = filter.phase((int) (position % ratio.up()));
            result[i] = Double.isNaN(nearest(samples, position)) ? Double.NaN : sum(weights, extended, start);
        }
        return result;
    }

    /** @param position in parts of an old sample */
    private double nearest(double[] samples, long position) {
        return samples[(int) Math.min(samples.length - 1, (2 * position + ratio.up()) / (2 * ratio.up()))];
    }

    private static double sum(double[] weights, double[] values, int start) {
        var sum = 0.0;
        for (var k = 0; k < weights.length; k++) {
            sum += weights[k] * values[start + k];
        }
        return sum;
    }

    private double[] extended(double[] samples) {
        var before = filter.before();
        var extended = new double[samples.length + filter.taps()];
        for (var i = 0; i < extended.length; i++) {
            extended[i] = continued(samples, i - before);
        }
        return extended;
    }

    private static double continued(double[] samples, int index) {
        var last = samples.length - 1;
        if (index < 0) {
            return 2 * samples[0] - samples[Math.min(last, -index)];
        }
        return index <= last ? samples[index] : 2 * samples[last] - samples[Math.max(0, 2 * last - index)];
    }
}
