package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Torch;

/** How latent numbers become angles. */
public enum Scaling {
    /** As they are. */
    NONE,
    /** Standardised by the rows that were learnt from, then to ±1. */
    TANH,
    /** Standardised by the rows that were learnt from, then to ±π, a full turn. */
    PI_TANH,
    /** The range of the rows that were learnt from to 0 … π. Other rows may go beyond. */
    MIN_MAX;

    /** What the scaling must know about the latent numbers. */
    List<Slot> slots(int latent) {
        return this == NONE ? List.of() : Shift.slots(latent);
    }

    /** What latent numbers are shifted and divided by first. */
    Shift shift(float[][] latents) {
        return this == MIN_MAX ? Shift.toRange(latents) : Shift.toStandard(latents);
    }

    NDArray apply(Map<String, NDArray> arrays, NDArray latent) {
        return switch (this) {
            case NONE -> latent;
            case TANH -> Shift.apply(arrays, latent).tanh();
            case PI_TANH -> Shift.apply(arrays, latent).tanh().mul(Torch.constant(latent, Math.PI));
            case MIN_MAX -> Shift.apply(arrays, latent).mul(Torch.constant(latent, Math.PI));
        };
    }
}
