package org.ecgdistill.signal.synthesis;

/**
 * Random numbers that depend on a seed and a path only, for example (seed, subject, record), so that each thing drawn
 * has a stream of its own and the order of drawing does not matter.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Written here
 * rather than taken from the Java library because the library does not promise the same normal deviates in its next
 * version, and a data set must be reproducible for longer than that.
 */
final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;
    private double spare;
    private boolean hasSpare;

    private RandomStream(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    static RandomStream of(long seed, long... path) {
        return new RandomStream(mix(seed + GOLDEN_GAMMA)).branch(path);
    }

    /** The stream further down the path, whatever has been drawn from this one. */
    RandomStream branch(long... path) {
        var branch = origin;
        for (var step : path) {
            branch = mix(branch + GOLDEN_GAMMA * (step + 1));
        }
        return new RandomStream(branch);
    }

    private static long mix(long value) {
        var z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Evenly distributed from 0 (included) to 1 (excluded). */
    double uniform() {
        state += GOLDEN_GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Normally distributed with mean 0 and standard deviation 1, by Marsaglia's polar method. */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        var factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }

    /** Normally distributed, but never further from the mean than two standard deviations. */
    double normalWithinTwo(double mean, double deviation) {
        return mean + deviation * Math.max(-2, Math.min(2, normal()));
    }
}
