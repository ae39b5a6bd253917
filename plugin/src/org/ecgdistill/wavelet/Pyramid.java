package org.ecgdistill.wavelet;

/**
 * The memory one thread needs to transform signals with one filter bank, and the transform over several levels in it.
 * It grows with the longest signal and is used again for the next; nothing is allocated per level or per signal of the
 * same length.
 */
final class Pyramid {

    private static final double[] NOTHING = {};

    private final FilterBank bank;
    private final boolean exact;
    private final FilterBlock block = new FilterBlock();

    private int samples;
    private Slice[] approximations = {};
    private Slice[] details = {};
    private double[] detailMemory = NOTHING;
    private double[] oddMemory = NOTHING;
    private double[] evenMemory = NOTHING;
    private double[] correctionMemory = NOTHING;

    Pyramid(final Wavelet wavelet, final BoundaryMode mode) {
        this.bank = new FilterBank(wavelet, mode);
        this.exact = wavelet.isExact();
    }

    /** Lays out the memory for a signal of so many samples and so many levels. */
    void prepare(final int newSamples, final int levels) {
        if (newSamples == samples && levels == details.length) {
            return;
        }
        var lengths = new int[levels];
        int length = newSamples;
        int total = 0;
        int longest = 0;
        for (int i = 0; i < levels; i++) {
            length = bank.coefficients(length);
            lengths[i] = length;
            total += length;
            longest = Math.max(longest, length);
        }
        detailMemory = atLeast(detailMemory, total);
        oddMemory = atLeast(oddMemory, longest);
        evenMemory = atLeast(evenMemory, longest);
        approximations = new Slice[levels];
        details = new Slice[levels];
        int from = 0;
        for (int i = 0; i < levels; i++) {
            // A level is made of the one before, so two stretches of memory take turns.
            approximations[i] = new Slice(i % 2 == 0 ? oddMemory : evenMemory, 0, lengths[i]);
            details[i] = new Slice(detailMemory, from, lengths[i]);
            from += lengths[i];
        }
        samples = newSamples;
    }

    int levels() {
        return details.length;
    }

    /** The details of a level; 1 is the finest. */
    Slice detail(final int level) {
        return details[level - 1];
    }

    /** The approximation at the coarsest level. */
    Slice approximation() {
        return approximations[approximations.length - 1];
    }

    void decompose(final double[] signal) {
        var finer = Slice.of(signal);
        for (int i = 0; i < details.length; i++) {
            bank.decompose(finer, approximations[i], details[i], block);
            finer = approximations[i];
        }
    }

    void reconstruct(final double[] signal) {
        for (int i = details.length - 1; i >= 0; i--) {
            var finer = i == 0 ? Slice.of(signal) : approximations[i - 1];
            bank.reconstruct(approximations[i], details[i], finer, block);
            if (!exact) {
                correct(approximations[i], details[i], finer);
            }
        }
    }

    /**
     * Some published filters reconstruct only to 1e-11, and the error grows from level to level. Adding what the
     * reconstruction of the remainder gives squares that error.
     */
    private void correct(final Slice approximation, final Slice detail, final Slice signal) {
        int length = approximation.length();
        correctionMemory = atLeast(correctionMemory, 2 * length + signal.length());
        var lowRemainder = new Slice(correctionMemory, 0, length);
        var highRemainder = new Slice(correctionMemory, length, length);
        var correction = new Slice(correctionMemory, 2 * length, signal.length());
        bank.decompose(signal, lowRemainder, highRemainder, block);
        subtract(approximation, lowRemainder);
        subtract(detail, highRemainder);
        bank.reconstruct(lowRemainder, highRemainder, correction, block);
        for (int i = 0; i < signal.length(); i++) {
            signal.values()[signal.from() + i] += correction.get(i);
        }
    }

    private static void subtract(final Slice minuend, final Slice difference) {
        for (int i = 0; i < difference.length(); i++) {
            difference.values()[difference.from() + i] = minuend.get(i) - difference.get(i);
        }
    }

    private static double[] atLeast(final double[] memory, final int length) {
        return memory.length >= length ? memory : new double[length];
    }
}
