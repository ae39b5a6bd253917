package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Slot.Start;
import org.ecgdistill.nn.Torch;

/** How latent numbers become angles. */
public enum Scaling {
    /** As they are. */
    NONE,
    /** To ±1. */
    TANH,
    /** To ±π, a full turn. */
    PI_TANH,
    /** The range of the rows that were learnt from to 0 … π. Other rows may go beyond. */
    MIN_MAX;

    static final String LOW = "range.low";

    static final String HIGH = "range.high";

    /** Below this a range is taken to be a point. */
    private static final double SMALL = 1e-6;

    /** What the scaling has to know of the latent numbers. */
    List<Slot> slots(final int latent) {
        return this == MIN_MAX
                ? List.of(Slot.of(LOW, Start.RUNNING_ZERO, latent), Slot.of(HIGH, Start.RUNNING_ONE, latent))
                : List.of();
    }

    NDArray apply(final Map<String, NDArray> arrays, final NDArray latent) {
        return switch (this) {
            case NONE -> latent;
            case TANH -> latent.tanh();
            case PI_TANH -> latent.tanh().mul(Torch.constant(latent, Math.PI));
            case MIN_MAX -> {
                var low = arrays.get(LOW);
                var range = arrays.get(HIGH).sub(low).maximum(SMALL);
                yield latent.sub(low).div(range).mul(Torch.constant(latent, Math.PI));
            }
        };
    }
}
