package org.ecgdistill.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ecgdistill.hybrid.EncodedNetwork.Linear;
import org.ecgdistill.hybrid.EncodedNetwork.Twin;
import org.ecgdistill.hybrid.EncodedNetwork.Vqc;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.quantum.Circuit;

/**
 * Which network a model is, and of which size.
 *
 * @param type the network's name in a manifest; it stays for ever
 * @param form the network's own record of its size
 */
public record Architecture(String type, Record form) {

    private record Kind<F extends Record>(Class<F> form, Function<F, Network> network, ToIntFunction<F> logits) {

        Network build(final Record size) {
            return network.apply(form.cast(size));
        }

        int countLogits(final Record size) {
            return logits.applyAsInt(form.cast(size));
        }
    }

    private static final Map<String, Kind<?>> KINDS = Map.of(
            "Net1D", new Kind<>(Net1d.Form.class, Net1d::new, Net1d.Form::classes),
            "ResNet-1D", new Kind<>(ResNet1d.Form.class, ResNet1d::new, ResNet1d.Form::classes),
            "CNN-1D", new Kind<>(Cnn1d.Form.class, Cnn1d::new, Cnn1d.Form::classes),
            "ViT-1D", new Kind<>(Vit1d.Form.class, Vit1d::new, Vit1d.Form::classes),
            "Autoencoder-1D", new Kind<>(Autoencoder.Form.class, Autoencoder::new, form -> 0),
            "VQC", new Kind<>(Vqc.class, Vqc::network, form -> form.head().classes()),
            "VQC-twin",
                    new Kind<>(Twin.class, Twin::network, form -> form.head().classes()),
            "VQC-linear",
                    new Kind<>(
                            Linear.class, Linear::network, form -> form.head().classes()),
            "QViT",
                    new Kind<>(
                            QuantumAttention.Form.class,
                            QuantumAttention.Form::network,
                            QuantumAttention.Form::classes));

    /** The architecture of a network's size. */
    public static Architecture of(final Record form) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().form().isInstance(form))
                .map(kind -> new Architecture(kind.getKey(), form))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No network has the form " + form.getClass()));
    }

    /** How many logits the network gives: as many as classes, or one for two; an autoencoder gives none. */
    public int logits() {
        return KINDS.get(type).countLogits(form);
    }

    /** The quantum circuit in the network; empty where there is none. */
    public Optional<Circuit> circuit() {
        if (form instanceof Vqc student) {
            return Optional.of(student.circuit());
        }
        return form instanceof QuantumAttention.Form attention ? Optional.of(attention.circuit()) : Optional.empty();
    }

    /** The network itself. */
    public Network network() {
        return KINDS.get(type).build(form);
    }

    JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("type", type);
        json.add("form", new Gson().toJsonTree(form));
        return json;
    }

    static Architecture ofJson(final JsonElement json) {
        var object = json.getAsJsonObject();
        var type = object.get("type").getAsString();
        var kind = KINDS.get(type);
        if (kind == null) {
            throw new ModelException("The model is a \"" + type + "\", which this version of ECG Distill does not know."
                    + " Update ECG Distill.");
        }
        try {
            return new Architecture(type, new Gson().fromJson(object.get("form"), kind.form()));
        } catch (RuntimeException ex) {
            // What a form refuses comes wrapped.
            var cause = ex.getCause() instanceof RuntimeException inner ? inner : ex;
            throw new ModelException("The model's description of its network is damaged: " + cause.getMessage(), ex);
        }
    }
}
