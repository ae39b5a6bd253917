package org.ecgdistill.wavelet;

/**
 * What a transform takes for the samples beyond a signal's ends. Examples continue the signal a b c d to the right.
 */
public enum BoundaryMode {
    /** Mirrored at the edge, the end sample repeated: d c b a. */
    SYMMETRIC("symmetric") {
        @Override
        double beyond(Slice signal, int index) {
            var length = signal.length();
            var place = Math.floorMod(index, 2 * length);
            return signal.get(place < length ? place : 2 * length - 1 - place);
        }
    },
    /** Mirrored at the end sample, which is not repeated: c b a b. */
    REFLECT("reflect") {
        @Override
        double beyond(Slice signal, int index) {
            var period = Math.max(1, 2 * signal.length() - 2);
            var place = Math.floorMod(index, period);
            return signal.get(place < signal.length() ? place : period - place);
        }
    },
    /** Starts again: a b c d. */
    PERIODIC("periodic") {
        @Override
        double beyond(Slice signal, int index) {
            return signal.get(Math.floorMod(index, signal.length()));
        }
    },
    /** Nothing: 0 0 0 0. */
    ZERO("zero") {
        @Override
        double beyond(Slice signal, int index) {
            return 0;
        }
    },
    /** The end sample goes on: d d d d. */
    CONSTANT("constant") {
        @Override
        double beyond(Slice signal, int index) {
            return signal.get(index < 0 ? 0 : signal.length() - 1);
        }
    },
    /** The straight line through the last two samples goes on. */
    SMOOTH("smooth") {
        @Override
        double beyond(Slice signal, int index) {
            var last = signal.length() - 1;
            if (last == 0) {
                return signal.get(0);
            }
            return index < 0
                    ? signal.get(0) - index * (signal.get(0) - signal.get(1))
                    : signal.get(last) + (index - last) * (signal.get(last) - signal.get(last - 1));
        }
    },
    /**
     * As periodic, with the minimum number of coefficients: half the samples at each level. A signal of odd length
     * repeats its last sample once. With an orthogonal wavelet the energy of an even number of samples is kept.
     */
    PERIODIZATION("periodization") {
        @Override
        double beyond(Slice signal, int index) {
            var length = signal.length();
            return signal.get(Math.min(Math.floorMod(index, length + length % 2), length - 1));
        }

        @Override
        int coefficients(int samples, int filterLength) {
            return (samples + 1) / 2;
        }

        @Override
        int delay(int filterLength) {
            return filterLength / 2 - 1;
        }
    };

    private final String label;

    BoundaryMode(String label) {
        this.label = label;
    }

    /** The name that other wavelet software uses too. */
    public String label() {
        return label;
    }

    /** What stands for the sample at an index below 0 or beyond the last sample. */
    abstract double beyond(Slice signal, int index);

    /** The number of coefficients of each kind that one level makes of this many samples. */
    int coefficients(int samples, int filterLength) {
        return (samples + filterLength - 1) / 2;
    }

    /** By how many samples the first coefficient reaches beyond the signal's start. */
    int delay(int filterLength) {
        return filterLength - 2;
    }
}
