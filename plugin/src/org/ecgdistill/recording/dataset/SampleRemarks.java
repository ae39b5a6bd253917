package org.ecgdistill.recording.dataset;

import java.util.Optional;

/** Says what of a lead's samples can be no electrocardiogram. */
final class SampleRemarks {

    private SampleRemarks() {}

    /** A remark on a lead; empty if its samples vary and are numbers or missing. */
    static Optional<String> on(final String lead, final double[] samples) {
        var infinite = infinite(samples);
        if (infinite > 0) {
            return Optional.of("The lead " + lead + " has infinite samples: found " + infinite + " in " + samples.length
                    + ". Its scale in the file is damaged: leave it out, or get the file again.");
        }
        var value = constant(samples);
        return Double.isNaN(value)
                ? Optional.empty()
                : Optional.of("The lead " + lead + " is constant: each of its samples is " + (float) value
                        + ". An electrode was off, or the file is damaged: leave the lead out.");
    }

    private static int infinite(final double[] samples) {
        var count = 0;
        for (var sample : samples) {
            count += Math.abs(sample) == Double.POSITIVE_INFINITY ? 1 : 0;
        }
        return count;
    }

    /** The value that all samples have which are not missing; NaN if they differ or there are fewer than two. */
    private static double constant(final double[] samples) {
        var value = Double.NaN;
        var count = 0;
        for (var sample : samples) {
            if (!Double.isNaN(sample)) {
                if (count > 0 && sample != value) {
                    return Double.NaN;
                }
                value = sample;
                count++;
            }
        }
        return count < 2 ? Double.NaN : value;
    }
}
