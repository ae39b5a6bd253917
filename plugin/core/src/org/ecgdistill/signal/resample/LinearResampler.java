package org.ecgdistill.signal.resample;

import org.ecgdistill.common.Progress;

/**
 * Linear interpolation onto as many points as the new rate has in the same time, spread evenly from the first sample to
 * the last. That is what ECGFounder's authors do; the points lie a little closer together than the rate implies.
 */
final class LinearResampler implements Resampler {

    private final double from;
    private final double to;

    LinearResampler(double from, double to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public int newLength(int samples) {
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(Math.min(1, samples), Math.round(samples * to / from)));
    }

    @Override
    public double[] resample(double[] samples, Progress progress) {
        progress.report(0, "Resampling");
        var length = newLength(samples.length);
        var result = new double[length];
        var last = samples.length - 1;
        for (var i = 0; i < length; i++) {
            var position = length == 1 ? 0 : (double) i * last / (length - 1);
            var index = Math.min((int) position, Math.max(0, last - 1));
            var fraction = position - index;
            // With a fraction of 0 the next sample does not matter, even if it is missing.
            result[i] = fraction == 0
                    ? samples[index]
                    : samples[index] + fraction * (samples[Math.min(last, index + 1)] - samples[index]);
        }
        return result;
    }
}
