package org.ecgdistill.nn.training;

import java.util.List;
import java.util.function.Predicate;
import org.ecgdistill.nn.Weights;

/**
 * What a training leaves behind.
 *
 * @param weights of the best epoch
 * @param log all epochs
 * @param best the number of the epoch that was kept
 */
public record Trained(Weights weights, List<Epoch> log, int best) {

    public Trained {
        log = List.copyOf(log);
    }

    /** The same with only some of the numbers. */
    public Trained keeping(final Predicate<String> kept) {
        return new Trained(weights.keeping(kept), log, best);
    }
}
