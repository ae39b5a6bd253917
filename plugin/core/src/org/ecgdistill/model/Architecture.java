package org.ecgdistill.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.hybrid.EncodedNetwork.Linear;
import org.ecgdistill.hybrid.EncodedNetwork.Twin;
import org.ecgdistill.hybrid.EncodedNetwork.Vqc;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumForm;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Head;
import org.ecgdistill.nn.ModelForm;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;

/**
 * The kind and the size of a model's network.
 *
 * @param type the network's name in a manifest; it never changes
 * @param form the network's own record of its size
 */
public record Architecture(String type, ModelForm form) {

    /**
     * More blocks, heads or repetitions than any network has. The bound keeps a damaged manifest from filling the memory
     * before its network is compared with the weights.
     */
    private static final long MOST_PARTS = 1000;

    private static final Map<String, Class<? extends ModelForm>> FORMS = Map.ofEntries(
            Map.entry("Head", Head.Form.class),
            Map.entry("Net1D", Net1d.Form.class),
            Map.entry("ResNet-1D", ResNet1d.Form.class),
            Map.entry("CNN-1D", Cnn1d.Form.class),
            Map.entry("ViT-1D", Vit1d.Form.class),
            Map.entry("Autoencoder-1D", Autoencoder.Form.class),
            Map.entry("VQC", Vqc.class),
            Map.entry("VQC-twin", Twin.class),
            Map.entry("VQC-linear", Linear.class),
            Map.entry("QViT", QuantumAttention.Form.class),
            Map.entry("ONNX", OnnxForm.class));

    /** The architecture of a network's size. */
    public static Architecture of(ModelForm form) {
        return FORMS.entrySet().stream()
                .filter(type -> type.getValue().isInstance(form))
                .map(type -> new Architecture(type.getKey(), form))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No network has the form " + form.getClass()));
    }

    /** How many logits the network gives: as many as classes, or one for two; 0 for an autoencoder. */
    public int logits() {
        return form.classes();
    }

    /** The quantum circuit in the network; empty if there is no circuit. */
    public Optional<Circuit> circuit() {
        return form instanceof QuantumForm quantum ? Optional.of(quantum.circuit()) : Optional.empty();
    }

    /**
     * The network itself.
     *
     * @throws ModelException if the model was not made here, but read from an ONNX file
     */
    public Network network() {
        return networkForm().network();
    }

    /**
     * The network's size, from which it can be built.
     *
     * @throws ModelException if the model was not made here, but read from an ONNX file
     */
    public NetworkForm networkForm() {
        if (form instanceof NetworkForm network) {
            return network;
        }
        throw new ModelException("A model that was read from an ONNX file can only predict. Connect the model of a"
                + " learner, such as the KD Student Learner.");
    }

    /** The form in a manifest. */
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("type", type);
        json.add("form", new Gson().toJsonTree(form));
        return json;
    }

    /** Checks that the network's input and output agree with the rest of a manifest. */
    void check(InputForm input, int classes) {
        var leads = form.leads();
        if (leads != input.leads().size()) {
            throw new ModelException("The model's network reads " + leads + " leads, but its signals have "
                    + input.leads().size() + " (" + String.join(", ", input.leads()) + ").");
        }
        var window = form.window();
        if (window.isPresent() && window.getAsInt() != input.samples()) {
            throw new ModelException("The model's network reads " + window.getAsInt()
                    + " samples of each lead, but its signals" + " have " + input.samples() + ".");
        }
        // An autoencoder predicts no class.
        if (logits() > 0 && logits() != classes && !(logits() == 1 && classes == 2)) {
            throw new ModelException("The model distinguishes " + classes + " classes, but its network gives "
                    + logits() + " logits: one for each class is needed, or one for two classes.");
        }
    }

    /** Reads what {@link #toJson} returns. */
    public static Architecture ofJson(JsonElement json) {
        var object = RecordJson.object(json, "architecture");
        var type = RecordJson.text(object.get("type"), "architecture.type");
        var kind = FORMS.get(type);
        if (kind == null) {
            throw new ModelException("The model is a \"" + type + "\", which this version of ECG Distill does not know."
                    + " Update ECG Distill.");
        }
        var form = (ModelForm) RecordJson.read(object.get("form"), kind.asSubclass(Record.class), "architecture.form");
        if (form.parts() > MOST_PARTS) {
            throw new ModelException("The model's network has " + form.parts()
                    + " blocks, heads or repetitions, but at most " + MOST_PARTS
                    + " are read. Fetch or train the model again.");
        }
        var architecture = new Architecture(type, form);
        try {
            if (form instanceof NetworkForm network) {
                network.network().slots().forEach(Slot::size);
            }
            return architecture;
        } catch (NetworkException | QuantumException | ArithmeticException | IllegalArgumentException ex) {
            throw new ModelException("No network can be made of the model's description: " + ex.getMessage(), ex);
        }
    }
}
