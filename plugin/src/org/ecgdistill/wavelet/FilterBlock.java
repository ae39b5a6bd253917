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
    void filter(final PolyphaseTaps taps, final int count) {
        int available = count + taps.overlap();
        System.arraycopy(even, 1, evenNext, 0, available - 1);
        System.arraycopy(odd, 1, oddNext, 0, available - 1);
        int tap = taps.length() - 4;
        int length = count + tap / 2;
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
            final double[] a,
            final double[] b,
            final double[] c,
            final double[] d,
            final double[] first,
            final double[] second,
            final double[] firstTaps,
            final double[] secondTaps,
            final int tap,
            final int length) {
        double firstA = firstTaps[tap];
        double firstB = firstTaps[tap + 1];
        double firstC = firstTaps[tap + 2];
        double firstD = firstTaps[tap + 3];
        double secondA = secondTaps[tap];
        double secondB = secondTaps[tap + 1];
        double secondC = secondTaps[tap + 2];
        double secondD = secondTaps[tap + 3];
        int end = Math.min(length, CAPACITY);
        for (int i = 0; i < end; i++) {
            double valueA = a[i];
            double valueB = b[i];
            double valueC = c[i];
            double valueD = d[i];
            first[i] = firstA * valueA + firstB * valueB + firstC * valueC + firstD * valueD;
            second[i] = secondA * valueA + secondB * valueB + secondC * valueC + secondD * valueD;
        }
    }

    private static void add(
            final double[] a,
            final double[] b,
            final double[] c,
            final double[] d,
            final double[] first,
            final double[] second,
            final double[] firstTaps,
            final double[] secondTaps,
            final int tap,
            final int length) {
        double firstA = firstTaps[tap];
        double firstB = firstTaps[tap + 1];
        double firstC = firstTaps[tap + 2];
        double firstD = firstTaps[tap + 3];
        double secondA = secondTaps[tap];
        double secondB = secondTaps[tap + 1];
        double secondC = secondTaps[tap + 2];
        double secondD = secondTaps[tap + 3];
        int end = Math.min(length, CAPACITY);
        for (int i = 0; i < end; i++) {
            double firstSum = first[i];
            double secondSum = second[i];
            double valueA = a[i];
            double valueB = b[i];
            double valueC = c[i];
            double valueD = d[i];
            first[i] = firstSum + firstA * valueA + firstB * valueB + firstC * valueC + firstD * valueD;
            second[i] = secondSum + secondA * valueA + secondB * valueB + secondC * valueC + secondD * valueD;
        }
    }
}
