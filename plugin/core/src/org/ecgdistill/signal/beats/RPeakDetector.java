package org.ecgdistill.signal.beats;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.MissingSamples;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.filter.BandPassFilter;

/**
 * Finds R peaks in the manner of Pan and Tompkins ("A real-time QRS detection algorithm", IEEE Trans. Biomed. Eng. 32,
 * 1985): band-pass, slope, moving average, and a threshold that follows the heights of beats and of noise. Since the whole
 * signal is at hand, filters run both ways and nothing is shifted in time.
 */
public final class RPeakDetector {

    /** The minimum rate at which a QRS complex can be distinguished from a T wave. */
    private static final double LEAST_RATE = 50;

    private static final int ORDER = 2;

    /** Where the slope of QRS complexes lies, and that of T waves does not. */
    private static final double SLOPE_LOW = 8;

    private static final double SLOPE_HIGH = 20;

    /** The band in which the peak itself is located, without wander and hum. */
    private static final double SHAPE_LOW = 2;

    private static final double SHAPE_HIGH = 30;

    /** As long as a QRS complex. */
    private static final double AVERAGED_SECONDS = 0.11;

    private static final double SHORTEST_SECONDS = 1;

    /** The peak lies within this distance of the middle of the steepest part. */
    private static final double NEAR_SECONDS = 0.1;

    /** An R wave is annotated even if the S wave is somewhat deeper. */
    private static final double UPWARD_SHARE = 0.6;

    private final double rate;

    /** @throws SignalException if the sampling rate is too low */
    public RPeakDetector(double rate) {
        if (!(rate >= LEAST_RATE) || Double.isInfinite(rate)) {
            throw new SignalException("Beats cannot be found in a signal of " + Words.number(rate) + " Hz: at least "
                    + LEAST_RATE + " Hz are needed. Check the sampling rate.");
        }
        this.rate = rate;
    }

    /** The samples of the R peaks, in order of time; none in a signal shorter than a second. */
    public long[] detect(double[] samples, Progress progress) {
        if (samples.length < SHORTEST_SECONDS * rate || Arrays.stream(samples).allMatch(Double::isNaN)) {
            return new long[0];
        }
        progress.report(0, "Filtering");
        var bridged = MissingSamples.of(samples).bridged();
        var slope = slope(band(bridged, SLOPE_LOW, SLOPE_HIGH));
        progress.report(0.4, "Finding beats");
        var beats = new PeakSelection(slope, rate).select();
        progress.report(0.6, "Placing R peaks");
        var shape = band(bridged, SHAPE_LOW, SHAPE_HIGH);
        var peaks = Arrays.stream(beats)
                .mapToLong(beat -> peakNear(shape, beat))
                .distinct()
                .toArray();
        progress.report(1, "Found " + peaks.length + " beats");
        return peaks;
    }

    private double[] band(double[] samples, double low, double high) {
        return new BandPassFilter(ORDER, low, Math.min(high, 0.45 * rate))
                .denoise(samples, rate)
                .signal();
    }

    /** The root of the mean square of the slope around each sample. */
    private double[] slope(double[] filtered) {
        var last = filtered.length - 1;
        var half = (int) Math.round(AVERAGED_SECONDS * rate / 2);
        var sums = new double[filtered.length + 1];
        for (var i = 0; i <= last; i++) {
            var difference = filtered[Math.min(last, i + 1)] - filtered[Math.max(0, i - 1)];
            sums[i + 1] = sums[i] + difference * difference;
        }
        var slope = new double[filtered.length];
        for (var i = 0; i <= last; i++) {
            var sum = sums[Math.min(last, i + half) + 1] - sums[Math.max(0, i - half)];
            slope[i] = Math.sqrt(Math.max(0, sum));
        }
        return slope;
    }

    private long peakNear(double[] shape, int beat) {
        var near = (int) Math.round(NEAR_SECONDS * rate);
        var highest = beat;
        var lowest = beat;
        for (var i = Math.max(0, beat - near); i < Math.min(shape.length, beat + near + 1); i++) {
            if (shape[i] > shape[highest]) {
                highest = i;
            }
            if (shape[i] < shape[lowest]) {
                lowest = i;
            }
        }
        return shape[highest] >= -UPWARD_SHARE * shape[lowest] ? highest : lowest;
    }
}
