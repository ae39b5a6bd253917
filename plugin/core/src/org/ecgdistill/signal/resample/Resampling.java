package org.ecgdistill.signal.resample;

import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/** The ways of resampling. */
public enum Resampling {
    /** A filter that keeps all that the lower of both rates can carry, and nothing else. */
    POLYPHASE {
        @Override
        Resampler between(double from, double to) {
            return new PolyphaseResampler(RateRatio.of(from, to));
        }
    },
    /** Straight lines between neighbouring samples, as ECGFounder was trained with; frequencies fold over. */
    LINEAR {
        @Override
        Resampler between(double from, double to) {
            return new LinearResampler(from, to);
        }
    };

    /**
     * A resampler from one rate to another, both in Hz.
     *
     * @throws SignalException if a rate is not above 0, or the filter for these rates would be too large
     */
    public Resampler from(double from, double to) {
        if (!(from > 0) || !(to > 0) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new SignalException("A signal cannot be resampled from " + Words.number(from) + " Hz to "
                    + Words.number(to) + " Hz: both sampling rates must be above 0. Change the target rate.");
        }
        return from == to ? new Same() : between(from, to);
    }

    abstract Resampler between(double from, double to);

    /** Two equal rates. */
    private static final class Same implements Resampler {
        @Override
        public int newLength(int samples) {
            return samples;
        }

        @Override
        public double[] resample(double[] samples, Progress progress) {
            progress.report(1, "Nothing to resample");
            return samples.clone();
        }
    }
}
