package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Weights;

/**
 * Makes logits of an autoencoder's latent numbers: a circuit, or its classical twin. It is also a network of its own, for
 * latent numbers that were computed once and kept: they are then its signals, of one lead.
 */
public interface LatentHead extends Network {

    /** How many latent numbers it takes. */
    int latent();

    /** What the head must know about the latent numbers of the rows that it learns from: how to standardise them. */
    default Weights prepared(float[][] latents) {
        return Shift.toStandard(latents).weights();
    }

    /**
     * @param latent (rows, latent numbers)
     */
    Pass apply(Map<String, NDArray> arrays, NDArray latent, Mode mode);

    @Override
    default Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        return apply(arrays, input.reshape(input.getShape().get(0), latent()), mode);
    }
}
