package org.ecgdistill.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;

/**
 * All that is to be known of a model but its numbers.
 *
 * @param name as the analyst calls it, for example ECGFounder
 * @param architecture the network
 * @param input what it wants to see
 * @param target the label column it was trained on
 * @param classes what it answers, in the order of its logits; with a single logit the second is the positive one
 * @param provenance where it comes from
 */
public record Manifest(
        String name,
        Architecture architecture,
        InputForm input,
        String target,
        List<String> classes,
        Provenance provenance) {

    private static final int VERSION = 1;

    public Manifest {
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new ModelException("A model must tell at least two classes apart, but has " + classes + ".");
        }
    }

    /** Whether one logit speaks for the second of two classes, rather than each class having its own. */
    public boolean isSingleLogit() {
        return architecture.logits() == 1;
    }

    /** The same model with its network in another form. */
    public Manifest with(final Architecture other) {
        return new Manifest(name, other, input, target, classes, provenance);
    }

    /** As it lies in a model file. */
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

    /** What {@link #toJson} wrote. */
    public static Manifest ofJson(final String text) {
        try {
            var json = JsonParser.parseString(text).getAsJsonObject();
            var version = json.get("format").getAsInt();
            if (version > VERSION) {
                throw new ModelException("The model was written by a later version of ECG Distill (format " + version
                        + ", this one reads up to " + VERSION + "). Update ECG Distill.");
            }
            var gson = new Gson();
            return new Manifest(
                    json.get("name").getAsString(),
                    Architecture.ofJson(json.get("architecture")),
                    gson.fromJson(json.get("input"), InputForm.class),
                    json.get("target").getAsString(),
                    json.getAsJsonArray("classes").asList().stream()
                            .map(JsonElement::getAsString)
                            .toList(),
                    gson.fromJson(json.get("provenance"), Provenance.class));
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException ex) {
            throw new ModelException("The model's manifest is damaged: fetch or train the model again.", ex);
        }
    }
}
