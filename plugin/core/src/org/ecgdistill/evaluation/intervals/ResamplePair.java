package org.ecgdistill.evaluation.intervals;

/**
 * Two resamples in one: each number holds a count of the one in its lower 32 bits and of the other in its upper 32 bits.
 * Sums of such numbers are both sums at once, so that going through the rows once serves two resamples. Counts are never
 * negative, and no sum of rows comes near 2^32, so that nothing is carried from the lower half into the upper.
 */
public final class ResamplePair {

    static final long ONE_LOWER = 1;
    static final long ONE_UPPER = 1L << Integer.SIZE;
    private static final long LOWER = ONE_UPPER - 1;

    private ResamplePair() {}

    public static long lower(long both) {
        return both & LOWER;
    }

    public static long upper(long both) {
        return both >>> Integer.SIZE;
    }
}
