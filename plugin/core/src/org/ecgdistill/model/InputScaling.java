package org.ecgdistill.model;

import java.util.Arrays;

/**
 * How the numbers of a window are scaled before a network sees them. Samples that were filled up stay at 0. The names are
 * stored in model files and never change.
 */
public enum InputScaling {
    /** Not at all. */
    NONE {
        @Override
        double[] scale(double[] samples) {
            return samples;
        }
    },
    /** All leads together to mean 0 and standard deviation 1. */
    Z_SCORE {
        @Override
        float[] apply(float[] input, double[][] leads, boolean[] present) {
            return standardised(input, present);
        }

        @Override
        double[] scale(double[] samples) {
            throw new IllegalStateException("All leads are scaled together.");
        }
    },
    /** Each lead to mean 0 and standard deviation 1. */
    Z_SCORE_PER_LEAD {
        @Override
        double[] scale(double[] samples) {
            var mean = Arrays.stream(samples).sum() / samples.length;
            var square = Arrays.stream(samples)
                    .map(sample -> (sample - mean) * (sample - mean))
                    .sum();
            var deviation = Math.sqrt(square / samples.length) + SMALL;
            return Arrays.stream(samples)
                    .map(sample -> (sample - mean) / deviation)
                    .toArray();
        }
    },
    /** Each lead to the range from 0 to 1; a flat lead to 0. */
    MIN_MAX {
        @Override
        double[] scale(double[] samples) {
            return ranged(samples, 0, 1);
        }
    },
    /** Each lead to the range from −1 to 1; a flat lead to 0. */
    MIN_MAX_SYMMETRIC {
        @Override
        double[] scale(double[] samples) {
            return ranged(samples, -1, 1);
        }
    },
    /** Each sample of a lead to its rank, equal samples to the mean of their ranks, from −1 (smallest) to 1 (largest). */
    RANKS {
        @Override
        double[] scale(double[] samples) {
            return ranks(samples);
        }
    };

    /** ECGFounder's own, against division by zero in a flat signal. */
    private static final double SMALL = 1e-8;

    /** The samples of one lead, scaled. */
    abstract double[] scale(double[] samples);

    /**
     * The network's input.
     *
     * @param input the samples of all leads, one lead after the other
     * @param leads the same samples as they were before they were rounded
     * @param present which samples of each lead were not filled up
     */
    float[] apply(float[] input, double[][] leads, boolean[] present) {
        if (this == NONE) {
            return input;
        }
        for (var lead = 0; lead < leads.length; lead++) {
            var count = 0;
            var samples = new double[present.length];
            for (var i = 0; i < present.length; i++) {
                if (present[i]) {
                    samples[count++] = leads[lead][i];
                }
            }
            var scaled = scale(Arrays.copyOf(samples, count));
            var next = 0;
            for (var i = 0; i < present.length; i++) {
                input[lead * present.length + i] = present[i] ? (float) scaled[next++] : 0;
            }
        }
        return input;
    }

    /** What was filled up stays at 0, which is then the signal's mean. */
    private static float[] standardised(float[] input, boolean[] present) {
        var mean = 0.0;
        var count = 0;
        for (var i = 0; i < input.length; i++) {
            if (present[i % present.length]) {
                mean += input[i];
                count++;
            }
        }
        mean /= count;
        var square = 0.0;
        for (var i = 0; i < input.length; i++) {
            if (present[i % present.length]) {
                square += (input[i] - mean) * (input[i] - mean);
            }
        }
        var deviation = Math.sqrt(square / count) + SMALL;
        var out = new float[input.length];
        for (var i = 0; i < out.length; i++) {
            out[i] = present[i % present.length] ? (float) ((input[i] - mean) / deviation) : 0;
        }
        return out;
    }

    private static double[] ranged(double[] samples, double from, double to) {
        var smallest = Arrays.stream(samples).min().orElse(0);
        var range = Arrays.stream(samples).max().orElse(0) - smallest;
        return Arrays.stream(samples)
                .map(sample -> range == 0 ? 0 : from + (to - from) * ((sample - smallest) / range))
                .toArray();
    }

    private static double[] ranks(double[] samples) {
        // Adding 0 makes 0 of −0, which is equal to it but sorted before it.
        var sorted = Arrays.stream(samples).map(sample -> sample + 0.0).sorted().toArray();
        var largest = sorted.length - 1.0;
        var ranks = new double[samples.length];
        for (var i = 0; i < ranks.length; i++) {
            var first = edge(sorted, samples[i], false);
            var last = edge(sorted, samples[i], true) - 1;
            ranks[i] = largest == 0 ? 0 : (first + last) / largest - 1;
        }
        return ranks;
    }

    /** How many sorted numbers are smaller than a value, or also those that are equal to it. */
    private static int edge(double[] sorted, double value, boolean withEqual) {
        var from = 0;
        var to = sorted.length;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (sorted[middle] < value || withEqual && sorted[middle] == value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
