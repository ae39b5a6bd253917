package org.ecgdistill.nn.training;

import java.util.List;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Weights;

/**
 * The result of a training.
 *
 * @param weights of the best epoch
 * @param log all epochs
 * @param best the number of the epoch that was kept
 * @param reason why it was kept
 */
public record Trained(Weights weights, List<Epoch> log, int best, Reason reason) {

    public Trained {
        log = List.copyOf(log);
    }

    /** The same with only some of the numbers. */
    public Trained keeping(NetworkPart kept) {
        return with(weights.keeping(kept::holds));
    }

    /** The same with other numbers. */
    public Trained with(Weights others) {
        return new Trained(others, log, best, reason);
    }

    /** The same for another reason. */
    public Trained because(Reason other) {
        return new Trained(weights, log, best, other);
    }
}
