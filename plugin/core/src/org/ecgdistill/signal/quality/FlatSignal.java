package org.ecgdistill.signal.quality;

import java.util.OptionalDouble;

/** A signal in which nothing can be seen: it has one value from its first sample to its last. */
public final class FlatSignal {

    private FlatSignal() {}

    /** The value that all samples have, missing ones aside; empty if they differ or there are fewer than two. */
    public static OptionalDouble valueOf(double... samples) {
        var value = Double.NaN;
        var count = 0;
        for (var sample : samples) {
            if (!Double.isNaN(sample)) {
                if (count > 0 && sample != value) {
                    return OptionalDouble.empty();
                }
                value = sample;
                count++;
            }
        }
        return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
