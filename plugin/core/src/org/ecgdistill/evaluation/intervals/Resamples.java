package org.ecgdistill.evaluation.intervals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * Draws as many units (subjects, or rows where every row is its own subject) as there are, with replacement, and counts
 * how often each was drawn. Resample number i depends on the seed and i only.
 */
public final class Resamples {

    private static final int CHUNK_BITS = 21; // three positions from one random number of 64 bits
    private static final int MAX_FAST_UNITS = 1 << CHUNK_BITS;

    private final int units;
    private final int mask;
    private final long seed;

    public Resamples(int units, long seed) {
        if (units < 1) {
            throw new EvaluationException(
                    "There are no subjects or rows to draw from; the bootstrap needs at least one.");
        }
        this.units = units;
        this.mask = units == 1 ? 0 : -1 >>> Integer.numberOfLeadingZeros(units - 1);
        // Spread out, so that resample 1 of seed 7 is not resample 0 of seed 8.
        this.seed = new SplittableRandom(seed).nextLong();
    }

    /** The length of an array of counts: a place for each unit and some that have no meaning. */
    public int places() {
        return units <= MAX_FAST_UNITS ? mask + 1 : units;
    }

    /** Writes how often each unit was drawn: resample number n into the lower, n + 1 into the upper half of the counts. */
    public void draw(int number, long[] counts) {
        Arrays.fill(counts, 0);
        draw(number, counts, ResamplePair.ONE_LOWER);
        draw(number + 1, counts, ResamplePair.ONE_UPPER);
    }

    private void draw(int number, long[] counts, long weight) {
        var random = new SplittableRandom(new SplittableRandom(seed + number).nextLong());
        if (units <= MAX_FAST_UNITS) {
            drawInChunks(random, counts, weight);
        } else {
            for (var i = 0; i < units; i++) {
                counts[random.nextInt(units)] += weight;
            }
        }
    }

    private void drawInChunks(SplittableRandom random, long[] counts, long weight) {
        // A position beyond the units is thrown away. It is counted beyond them and not taken off what is left to draw:
        // without a branch, because the processor would mispredict it half of the time.
        var left = units;
        while (left >= 3) {
            var bits = random.nextLong();
            var first = (int) bits & mask;
            var second = (int) (bits >>> CHUNK_BITS) & mask;
            var third = (int) (bits >>> 2 * CHUNK_BITS) & mask;
            counts[first] += weight;
            counts[second] += weight;
            counts[third] += weight;
            left += (first - units >> 31) + (second - units >> 31) + (third - units >> 31);
        }
        while (left > 0) {
            var position = (int) random.nextLong() & mask;
            counts[position] += weight;
            left += position - units >> 31;
        }
    }
}
