package org.ecgdistill.wavelet;

/**
 * Scratch memory for filtering one block of a signal: two input sequences, each also shifted by one sample, and two
 * output sequences. One block fits into a processor's first-level cache.
 *
 * <p>The loops below have the form that the JVM's compiler turns into vector instructions: one index for all arrays,
 * all reads before the writes, an end it knows not to exceed a constant, not more than four inputs.
 */
final class FilterBlock {

    /** Output samples of one block. */
    static final int LENGTH = 512;

    /**
     * Room for the longest filter's overlap. The total makes each array's size in bytes, header included, a multiple
     * of 64, so that arrays allocated in a row lie alike relative to the cache lines: about twice as fast.
     */
    private static final int CAPACITY = LENGTH + 54;

    final double[] even = new double[CAPACITY];
    final double[] odd = new double[CAPACITY];
    final double[] first = new double[CAPACITY];
    final double[] second = new double[CAPACITY];
    private final double[] evenNext = new double[CAPACITY];
    private final double[] oddNext = new double[CAPACITY];

    /**
     * Computes {@code count} samples of both outputs from {@code count + taps.overlap()} samples of both inputs, by
     * Horner's scheme in the shift of two samples: what the last four taps give is shifted, what the four before give
     * is added, and so on.
     */
    void filter(PolyphaseTaps taps, int count) {
        var available = count + taps.overlap();
        System.arraycopy(even, 1, evenNext, 0, available - 1);
        System.arraycopy(odd, 1, oddNext, 0, available - 1);
        var tap = taps.length() - 4;
        var length = count + tap / 2;
        set(even, odd, evenNext, oddNext, first, second, taps.first(), taps.second(), tap, length);
        while (tap > 0) {
            tap -= 4;
            length -= 2;
            System.arraycopy(first, 2, first, 0, length);
            System.arraycopy(second, 2, second, 0, length);
            add(even, odd, evenNext, oddNext, first, second, taps.first(), taps.second(), tap, length);
        }
    }

    private static void set(
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] first,
            double[] second,
            double[] firstTaps,
            double[] secondTaps,
            int tap,
            int length) {
        var firstA = firstTaps[tap];
        var firstB = firstTaps[tap + 1];
        var firstC = firstTaps[tap + 2];
        var firstD = firstTaps[tap + 3];
        var secondA = secondTaps[tap];
        var secondB = secondTaps[tap + 1];
        var secondC = secondTaps[tap + 2];
        var secondD = secondTaps[tap + 3];
        var end = Math.min(length, CAPACITY);
        for (var i = 0; i < end; i++) {
            var valueA = a[i];
            var valueB = b[i];
            var valueC = c[i];
            var valueD = d[i];
            first[i] = firstA * valueA + firstB * valueB + firstC * valueC + firstD * valueD;
            second[i] = secondA * valueA + secondB * valueB + secondC * valueC + secondD * valueD;
        }
    }

    private static void add(
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] first,
            double[] second,
            double[] firstTaps,
            double[] secondTaps,
            int tap,
            int length) {
        var firstA = firstTaps[tap];
        var firstB = firstTaps[tap + 1];
        var firstC = firstTaps[tap + 2];
        var firstD = firstTaps[tap + 3];
        var secondA = secondTaps[tap];
        var secondB = secondTaps[tap + 1];
        var secondC = secondTaps[tap + 2];
        var secondD = secondTaps[tap + 3];
        var end = Math.min(length, CAPACITY);
        for (var i = 0; i < end; i++) {
            var firstSum = first[i];
            var secondSum = second[i];
            var valueA = a[i];
            var valueB = b[i];
            var valueC = c[i];
            var valueD = d[i];
            first[i] = firstSum + firstA * valueA + firstB * valueB + firstC * valueC + firstD * valueD;
            second[i] = secondSum + secondA * valueA + secondB * valueB + secondC * valueC + secondD * valueD;
        }
    }
}
