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
    private Decomposition own = new Decomposition(0, new Slice(NOTHING, 0, 0));
    private double[] coefficientMemory = NOTHING;
    private double[] correctionMemory = NOTHING;

    /** Approximations between the levels; a level is made of the one before, so two stretches of memory take turns. */
    private final double[][] turns = {NOTHING, NOTHING};

    Pyramid(Wavelet wavelet, BoundaryMode mode) {
        this.bank = new FilterBank(wavelet, mode);
        this.exact = wavelet.isExact();
    }

    /** Decomposes a signal into this object's own memory, where the coefficients may be changed. */
    Decomposition decompose(double[] signal, int levels) {
        if (own.samples() != signal.length || own.levels() != levels) {
            coefficientMemory = atLeast(coefficientMemory, memoryNeeded(signal.length, levels));
            own = layOut(signal.length, levels, coefficientMemory);
        }
        decompose(signal, own);
        return own;
    }

    /** Decomposes a signal into new memory. */
    Decomposition decomposeAnew(double[] signal, int levels) {
        var memory = new double[memoryNeeded(signal.length, levels)];
        var decomposition = layOut(signal.length, levels, memory);
        decompose(signal, decomposition);
        return decomposition;
    }

    /** Decomposes a signal into coefficients that were laid out for as many samples. */
    void decompose(double[] signal, Decomposition target) {
        reserveTurns(target);
        var finer = Slice.of(signal);
        for (var level = 1; level <= target.levels(); level++) {
            var approximation = approximation(target, level);
            bank.decompose(finer, approximation, target.details(level), block);
            finer = approximation;
        }
    }

    void reconstruct(Decomposition source, double[] signal) {
        reserveTurns(source);
        for (var level = source.levels(); level > 0; level--) {
            var approximation = approximation(source, level);
            var finer = level == 1 ? Slice.of(signal) : approximation(source, level - 1);
            bank.reconstruct(approximation, source.details(level), finer, block);
            if (!exact) {
                correct(approximation, source.details(level), finer);
            }
        }
    }

    /** Where the approximation of a level lies: the coarsest among the coefficients, others in passing memory. */
    private Slice approximation(Decomposition decomposition, int level) {
        return level == decomposition.levels()
                ? decomposition.approximationSlice()
                : new Slice(turns[level % 2], 0, decomposition.details(level).length());
    }

    private void reserveTurns(Decomposition decomposition) {
        for (var level = 1; level < decomposition.levels(); level++) {
            turns[level % 2] =
                    atLeast(turns[level % 2], decomposition.details(level).length());
        }
    }

    private int memoryNeeded(int samples, int levels) {
        var length = samples;
        var total = 0;
        for (var i = 0; i < levels; i++) {
            length = bank.coefficients(length);
            total += length;
        }
        return total + length;
    }

    private Decomposition layOut(int samples, int levels, double[] memory) {
        var details = new Slice[levels];
        var length = samples;
        var from = 0;
        for (var i = 0; i < levels; i++) {
            length = bank.coefficients(length);
            details[i] = new Slice(memory, from, length);
            from += length;
        }
        return new Decomposition(samples, new Slice(memory, from, length), details);
    }

    /**
     * Some published filters reconstruct only to 1e-11, and the error grows from level to level. Adding what the
     * reconstruction of the remainder gives squares that error.
     */
    private void correct(Slice approximation, Slice detail, Slice signal) {
        var length = approximation.length();
        correctionMemory = atLeast(correctionMemory, 2 * length + signal.length());
        var lowRemainder = new Slice(correctionMemory, 0, length);
        var highRemainder = new Slice(correctionMemory, length, length);
        var correction = new Slice(correctionMemory, 2 * length, signal.length());
        bank.decompose(signal, lowRemainder, highRemainder, block);
        subtract(approximation, lowRemainder);
        subtract(detail, highRemainder);
        bank.reconstruct(lowRemainder, highRemainder, correction, block);
        for (var i = 0; i < signal.length(); i++) {
            signal.values()[signal.from() + i] += correction.get(i);
        }
    }

    private static void subtract(Slice minuend, Slice difference) {
        for (var i = 0; i < difference.length(); i++) {
            difference.values()[difference.from() + i] = minuend.get(i) - difference.get(i);
        }
    }

    private static double[] atLeast(double[] memory, int length) {
        return memory.length >= length ? memory : new double[length];
    }
}
