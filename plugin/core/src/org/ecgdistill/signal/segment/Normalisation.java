package org.ecgdistill.signal.segment;

import java.util.Arrays;

/** How a window is put on a common scale. A window that does not move becomes zeros; missing samples stay missing. */
public enum Normalisation {
    NONE {
        @Override
        double[] scale(double[] window, double[] present) {
            return window.clone();
        }
    },
    /** Mean 0 and standard deviation 1. */
    Z_SCORE {
        @Override
        double[] scale(double[] window, double[] present) {
            var mean = Arrays.stream(present).average().orElse(0);
            var variance = Arrays.stream(present)
                    .map(sample -> (sample - mean) * (sample - mean))
                    .average()
                    .orElse(0);
            return shifted(window, mean, Math.sqrt(variance));
        }
    },
    /** Lowest sample 0, highest sample 1. */
    MIN_MAX {
        @Override
        double[] scale(double[] window, double[] present) {
            var least = Arrays.stream(present).min().orElse(0);
            var most = Arrays.stream(present).max().orElse(0);
            return shifted(window, least, most - least);
        }
    };

    /** The window on the new scale; the given array stays as it is. */
    public double[] apply(double[] window) {
        return scale(
                window,
                Arrays.stream(window).filter(sample -> !Double.isNaN(sample)).toArray());
    }

    abstract double[] scale(double[] window, double[] present);

    private static double[] shifted(double[] window, double origin, double unit) {
        // What is left of a constant window after rounding is not a signal.
        var isConstant = unit <= 1e-12 * Math.max(1, Math.abs(origin));
        return Arrays.stream(window)
                .map(sample -> isConstant ? 0 * sample : (sample - origin) / unit)
                .toArray();
    }
}
