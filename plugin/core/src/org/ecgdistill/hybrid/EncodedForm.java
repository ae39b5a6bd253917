package org.ecgdistill.hybrid;

import java.util.OptionalInt;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.NetworkForm;

/** The size of a network that begins with an autoencoder's encoder. */
public interface EncodedForm extends NetworkForm {

    Autoencoder.Form encoder();

    @Override
    EncodedNetwork network();

    /** The head that makes logits of the encoder's latent numbers, with its own random numbers. */
    LatentHead head(CircuitTraining circuit);

    @Override
    default int leads() {
        return encoder().leads();
    }

    @Override
    default OptionalInt window() {
        return encoder().window();
    }

    @Override
    default long parts() {
        return encoder().parts() + 1;
    }
}
