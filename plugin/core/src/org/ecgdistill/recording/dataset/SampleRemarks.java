package org.ecgdistill.recording.dataset;

import java.util.Optional;
import org.ecgdistill.signal.quality.FlatSignal;

/** Finds leads whose samples cannot be an electrocardiogram. */
final class SampleRemarks {

    private SampleRemarks() {}

    /** A remark on a lead; empty if its samples vary and are numbers or missing. */
    static Optional<String> on(String lead, double[] samples) {
        var infinite = infinite(samples);
        if (infinite > 0) {
            return Optional.of("The lead " + lead + " has infinite samples: found " + infinite + " in " + samples.length
                    + ". Its scale in the file is damaged: leave it out, or get the file again.");
        }
        var value = FlatSignal.valueOf(samples);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of("The lead " + lead + " is constant: each of its samples is " + (float) value.getAsDouble()
                        + ". An electrode was off, or the file is damaged: leave the lead out.");
    }

    private static int infinite(double[] samples) {
        var count = 0;
        for (var sample : samples) {
            count += Math.abs(sample) == Double.POSITIVE_INFINITY ? 1 : 0;
        }
        return count;
    }
}
