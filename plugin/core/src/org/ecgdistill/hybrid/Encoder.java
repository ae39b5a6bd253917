package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Slot;

/** The first half of an autoencoder: signals in, latent numbers out. */
final class Encoder implements Network {

    private final Autoencoder autoencoder;

    Encoder(Autoencoder.Form form) {
        this.autoencoder = new Autoencoder(form);
    }

    @Override
    public List<Slot> slots() {
        return autoencoder.encoderSlots();
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var latent = autoencoder.encode(arrays, input, mode);
        return new Pass(latent, latent);
    }

    @Override
    public long multiplyAccumulates(int samples) {
        return autoencoder.encoderMultiplyAccumulates();
    }
}
