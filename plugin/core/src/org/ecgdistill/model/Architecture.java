package org.ecgdistill.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.ecgdistill.hybrid.EncodedNetwork.Linear;
import org.ecgdistill.hybrid.EncodedNetwork.Twin;
import org.ecgdistill.hybrid.EncodedNetwork.Vqc;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;

/**
 * Which network a model is, and of which size.
 *
 * @param type the network's name in a manifest; it stays for ever
 * @param form the network's own record of its size
 */
public record Architecture(String type, Record form) {

    /**
     * More blocks, heads or repetitions than any network has. The bound keeps a damaged manifest from filling the memory
     * before its network is compared with the weights.
     */
    private static final long MOST_PARTS = 1000;

    /**
     * What is to be known of a kind of network.
     *
     * @param logits how many it gives
     * @param leads how many it reads
     * @param samples how many it reads of each lead; 0 where any number will do
     * @param parts how many blocks, heads or repetitions it is made of
     */
    private record Kind<F extends Record>(
            Class<F> form,
            Function<F, Network> network,
            ToIntFunction<F> logits,
            ToIntFunction<F> leads,
            ToIntFunction<F> samples,
            ToLongFunction<F> parts) {

        Network build(Record size) {
            return network.apply(form.cast(size));
        }

        int countLogits(Record size) {
            return logits.applyAsInt(form.cast(size));
        }

        int countLeads(Record size) {
            return leads.applyAsInt(form.cast(size));
        }

        int countSamples(Record size) {
            return samples.applyAsInt(form.cast(size));
        }

        long countParts(Record size) {
            return parts.applyAsLong(form.cast(size));
        }
    }

    private static final Map<String, Kind<?>> KINDS = Map.of(
            "Net1D",
                    new Kind<>(
                            Net1d.Form.class,
                            Net1d::new,
                            Net1d.Form::classes,
                            Net1d.Form::leads,
                            form -> 0,
                            form -> form.blocks().stream()
                                    .mapToLong(Integer::longValue)
                                    .sum()),
            "ResNet-1D",
                    new Kind<>(
                            ResNet1d.Form.class,
                            ResNet1d::new,
                            ResNet1d.Form::classes,
                            ResNet1d.Form::leads,
                            form -> 0,
                            form -> (long) form.widths().size() * form.blocks()),
            "CNN-1D",
                    new Kind<>(
                            Cnn1d.Form.class,
                            Cnn1d::new,
                            Cnn1d.Form::classes,
                            Cnn1d.Form::leads,
                            form -> 0,
                            form -> form.widths().size()),
            "ViT-1D",
                    new Kind<>(
                            Vit1d.Form.class,
                            Vit1d::new,
                            Vit1d.Form::classes,
                            Vit1d.Form::leads,
                            Vit1d.Form::samples,
                            Vit1d.Form::heads),
            "Autoencoder-1D",
                    new Kind<>(
                            Autoencoder.Form.class,
                            Autoencoder::new,
                            form -> 0,
                            Autoencoder.Form::leads,
                            Autoencoder.Form::samples,
                            form -> form.widths().size()),
            "VQC",
                    encoded(Vqc.class, Vqc::network, form -> form.head().classes(), Vqc::encoder, form -> form.head()
                            .circuit()
                            .parts()),
            "VQC-twin", encoded(Twin.class, Twin::network, form -> form.head().classes(), Twin::encoder, form -> 1),
            "VQC-linear",
                    encoded(Linear.class, Linear::network, form -> form.head().classes(), Linear::encoder, form -> 1),
            "QViT",
                    new Kind<>(
                            QuantumAttention.Form.class,
                            QuantumAttention.Form::network,
                            QuantumAttention.Form::classes,
                            QuantumAttention.Form::leads,
                            QuantumAttention.Form::samples,
                            form -> (long) form.heads() + form.repetitions()));

    /** A network that begins with an autoencoder's encoder, which knows what is read. */
    private static <F extends Record> Kind<F> encoded(
            Class<F> type,
            Function<F, Network> network,
            ToIntFunction<F> logits,
            Function<F, Autoencoder.Form> encoder,
            ToLongFunction<F> parts) {
        return new Kind<>(
                type,
                network,
                logits,
                form -> encoder.apply(form).leads(),
                form -> encoder.apply(form).samples(),
                form -> encoder.apply(form).widths().size() + parts.applyAsLong(form));
    }

    /** The architecture of a network's size. */
    public static Architecture of(Record form) {
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

    /** Sees that what the network reads and gives is what the rest of a manifest says. */
    void check(InputForm input, int classes) {
        var kind = KINDS.get(type);
        var leads = kind.countLeads(form);
        if (leads != input.leads().size()) {
            throw new ModelException("The model's network reads " + leads + " leads, but its signals have "
                    + input.leads().size() + " (" + String.join(", ", input.leads()) + ").");
        }
        var samples = kind.countSamples(form);
        if (samples > 0 && samples != input.samples()) {
            throw new ModelException("The model's network reads " + samples + " samples of each lead, but its signals"
                    + " have " + input.samples() + ".");
        }
        // An autoencoder has no answer of its own.
        if (logits() > 0 && logits() != classes && !(logits() == 1 && classes == 2)) {
            throw new ModelException("The model tells " + classes + " classes apart, but its network gives " + logits()
                    + " logits: one for each class is needed, or one for two classes.");
        }
    }

    static Architecture ofJson(JsonElement json) {
        var object = RecordJson.object(json, "architecture");
        var type = RecordJson.text(object.get("type"), "architecture.type");
        var kind = KINDS.get(type);
        if (kind == null) {
            throw new ModelException("The model is a \"" + type + "\", which this version of ECG Distill does not know."
                    + " Update ECG Distill.");
        }
        var form = RecordJson.read(object.get("form"), kind.form(), "architecture.form");
        if (kind.countParts(form) > MOST_PARTS) {
            throw new ModelException("The model's network has " + kind.countParts(form)
                    + " blocks, heads or repetitions, but at most " + MOST_PARTS
                    + " are read. Fetch or train the model again.");
        }
        var architecture = new Architecture(type, form);
        try {
            architecture.network().slots().forEach(Slot::size);
            return architecture;
        } catch (NetworkException | QuantumException | ArithmeticException | IllegalArgumentException ex) {
            throw new ModelException("No network can be made of the model's description: " + ex.getMessage(), ex);
        }
    }
}
