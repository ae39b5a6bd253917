package org.ecgdistill.model;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;

/**
 * All that is known about a model except its weights.
 *
 * @param name as the analyst calls it, for example ECGFounder
 * @param architecture the network
 * @param input the signals that it takes
 * @param target the label column it was trained on
 * @param classes what it predicts, in the order of its logits; with a single logit the second is the positive one
 * @param provenance where it comes from
 */
public record Manifest(
        String name,
        Architecture architecture,
        InputForm input,
        String target,
        List<String> classes,
        Provenance provenance) {

    /** 2 has known how inputs are scaled in more ways than one, and models that were trained elsewhere. */
    private static final int VERSION = 2;

    public Manifest {
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new ModelException("A model must distinguish at least two classes, but has " + classes + ".");
        }
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new ModelException("A model's classes must differ, but they are " + String.join(", ", classes) + ".");
        }
        architecture.check(input, classes.size());
    }

    /** Whether one logit stands for the second of two classes, rather than each class having its own. */
    public boolean isSingleLogit() {
        return architecture.logits() == 1;
    }

    /** Whether several classes may apply to a recording at once, so that each has a probability of its own. */
    public boolean hasSeveralLabels() {
        return architecture.form() instanceof OnnxForm form && form.severalLabels();
    }

    /** The probabilities of the classes that logits of this model stand for. */
    public double[] probabilities(float[] logits) {
        return TrainedModel.probabilities(logits, hasSeveralLabels());
    }

    /** The same model under another name, with its network in another form. */
    public Manifest with(String otherName, Architecture other) {
        return new Manifest(otherName, other, input, target, classes, provenance);
    }

    /** The same model without the time and duration of its training, which differ from run to run. */
    public Manifest withoutTimes() {
        return new Manifest(name, architecture, input, target, classes, provenance.withoutTimes());
    }

    /** The form in a model file. */
    public String toJson() {
        var gson = new GsonBuilder().setPrettyPrinting().create();
        var json = new JsonObject();
        json.addProperty("format", VERSION);
        json.addProperty("name", name);
        json.add("architecture", architecture.toJson());
        json.add("input", gson.toJsonTree(input));
        json.addProperty("target", target);
        json.add("classes", gson.toJsonTree(classes));
        json.add("provenance", gson.toJsonTree(provenance));
        return gson.toJson(json);
    }

    /** Reads what {@link #toJson} returns. */
    public static Manifest ofJson(String text) {
        var json = RecordJson.object(parsed(text), "manifest");
        var version = RecordJson.count(json.get("format"), "format");
        if (version < 1) {
            throw new ModelException("The model's manifest is damaged: \"format\" is " + version
                    + " but should be from 1 to " + VERSION + ". Fetch or train the model again.");
        }
        if (version > VERSION) {
            throw new ModelException("The model was written by a later version of ECG Distill (format " + version
                    + ", this one reads up to " + VERSION + "). Update ECG Distill.");
        }
        return new Manifest(
                RecordJson.text(json.get("name"), "name"),
                Architecture.ofJson(json.get("architecture")),
                RecordJson.read(scaled(json.get("input")), InputForm.class, "input"),
                RecordJson.text(json.get("target"), "target"),
                RecordJson.texts(json.get("classes"), "classes"),
                RecordJson.read(json.get("provenance"), Provenance.class, "provenance"));
    }

    /** Version 1 had one scaling, by its name. */
    private static JsonElement scaled(JsonElement input) {
        if (input instanceof JsonObject object && object.has("zScore") && !object.has("scaling")) {
            var copy = object.deepCopy();
            copy.addProperty(
                    "scaling",
                    (RecordJson.isTrue(object.get("zScore"), "input.zScore") ? InputScaling.Z_SCORE : InputScaling.NONE)
                            .name());
            return copy;
        }
        return input;
    }

    private static JsonElement parsed(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException ex) {
            throw new ModelException(
                    "The model's manifest is damaged: it is not JSON. Fetch or train the model again.", ex);
        }
    }
}
