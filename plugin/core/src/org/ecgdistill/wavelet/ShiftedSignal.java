package org.ecgdistill.wavelet;

/**
 * A signal that is extended at its start, so that it lies differently on the transform's grid of powers of two. All
 * shifts have the same length; the samples before and after it continue the signal by the boundary mode.
 */
final class ShiftedSignal {

    private final int count;
    private final int stride;
    private double[] samples = {};

    /** This many shifts, spread evenly over the grid of the coarsest level and all different on that of the finest. */
    ShiftedSignal(int shifts, int levels) {
        var period = 1 << levels;
        count = Math.min(shifts, period);
        stride = period / count + (period > count ? 1 : 0);
    }

    int count() {
        return count;
    }

    int offset(int shift) {
        return shift * stride;
    }

    /** The length of a shifted signal of this many samples. */
    int length(int length) {
        return length + offset(count - 1);
    }

    /** The signal, with {@link #offset} samples before it; its memory is used again for the next shift. */
    double[] samples(double[] signal, BoundaryMode mode, int shift) {
        if (count == 1) {
            return signal;
        }
        if (samples.length != length(signal.length)) {
            samples = new double[length(signal.length)];
        }
        var offset = offset(shift);
        var slice = Slice.of(signal);
        for (var i = 0; i < offset; i++) {
            samples[i] = mode.beyond(slice, i - offset);
        }
        System.arraycopy(signal, 0, samples, offset, signal.length);
        for (var i = offset + signal.length; i < samples.length; i++) {
            samples[i] = mode.beyond(slice, i - offset);
        }
        return samples;
    }
}
