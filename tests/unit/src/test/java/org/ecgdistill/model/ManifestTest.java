package org.ecgdistill.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.ecgdistill.hybrid.CircuitHead;
import org.ecgdistill.hybrid.EncodedNetwork;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.Readout;
import org.ecgdistill.hybrid.Scaling;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.ModelForm;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.ResNet1d;
import org.ecgdistill.nn.Vit1d;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a manifest, it is read as it was meant or refused in a sentence. */
class ManifestTest {

    /** What an element of a manifest is replaced by; none of them is what any field should be. */
    private static final List<String> WRONG = List.of("null", "[[]]", "{\"x\": {}}", "[null]");

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() {
        for (var manifest : manifests()) {
            assertEquals(manifest, Manifest.ofJson(manifest.toJson()));
        }
    }

    /** Only what the first versions did not write may be missing. */
    @Test
    void everyFieldIsNeeded() {
        for (var manifest : manifests()) {
            for (var path : paths(manifest)) {
                if (isItem(path)) {
                    continue;
                }
                var json = changed(manifest, path, null);
                if (List.of("filter", "bottleneck", "unit", "resampling", "windows", "trainedOn", "exposure")
                        .contains(last(path))) {
                    assertEquals(manifest, Manifest.ofJson(json));
                } else {
                    assertRefused(json, "is missing");
                }
            }
        }
    }

    @Test
    void everyFieldIsOfItsKind() {
        for (var manifest : manifests()) {
            for (var path : paths(manifest)) {
                WRONG.forEach(
                        wrong -> assertRefused(changed(manifest, path, JsonParser.parseString(wrong)), last(path)));
                var was = at(JsonParser.parseString(manifest.toJson()), path);
                if (!(was instanceof JsonPrimitive text && text.isString())) {
                    assertRefused(changed(manifest, path, new JsonPrimitive("sixteen")), last(path));
                }
                if (!(was instanceof JsonPrimitive bool && bool.isBoolean())) {
                    assertRefused(changed(manifest, path, new JsonPrimitive(true)), last(path));
                }
                if (!(was instanceof JsonPrimitive number && number.isNumber())) {
                    assertRefused(changed(manifest, path, new JsonPrimitive(5)), last(path));
                }
            }
        }
    }

    /** Negative, broken and huge; what may be so is named here. */
    @Test
    void everyNumberIsPossible() {
        for (var manifest : manifests()) {
            for (var path : paths(manifest)) {
                var was = at(JsonParser.parseString(manifest.toJson()), path);
                if (!(was instanceof JsonPrimitive number && number.isNumber())) {
                    continue;
                }
                var isReal = was.getAsString().contains(".");
                for (var wrong : List.of("-1", "1e20", "1e999999999", "-1e999999999", "2147483647", "1.5")) {
                    var isFree =
                            switch (last(path)) {
                                // A loss is any number, and training takes any time.
                                case "losses" -> !wrong.contains("999");
                                case "seconds" -> !wrong.startsWith("-") && !wrong.contains("999");
                                case "seed" -> List.of("-1", "2147483647").contains(wrong);
                                case "rows", "abnormal", "normal", "shots" -> wrong.equals("2147483647");
                                case "rate" -> wrong.equals("1.5");
                                // As large as any that an array can hold.
                                default ->
                                    !isReal
                                            && wrong.equals("2147483647")
                                            && isRead(changed(manifest, path, parsed(wrong)));
                            };
                    if (isFree) {
                        isRead(changed(manifest, path, parsed(wrong)));
                    } else {
                        assertRefused(changed(manifest, path, parsed(wrong)), "");
                    }
                }
            }
        }
    }

    @Test
    void nothingContradictsTheRest() {
        var json = manifests().get(2).toJson();
        assertTrue(json.contains("CNN-1D"), json);
        for (var change : List.of(
                List.of("\"filter\": \"NONE\"", "\"filter\": \"MEDIAN\"", "MEDIAN"),
                List.of("\"format\": 2", "\"format\": 3", "later version"),
                List.of("\"format\": 2", "\"format\": 0", "is 0 but should be"),
                List.of("\"CNN-1D\"", "\"CNN-2D\"", "does not know"),
                List.of("\"abnormal\"\n", "\"abnormal\", \"other\"\n", "3 classes"),
                List.of("\"abnormal\"\n", "\"normal\"\n", "must differ"),
                List.of("\"II\"", "\"I\", \"II\"", "reads 1 leads"),
                List.of("\"rate\": 360.0", "\"rate\": -360.0", "sampling rate"),
                List.of("\"samples\": 128", "\"samples\": 1e20", "input.samples"),
                List.of("\"kernel\": 5", "\"kernel\": 4", "odd"),
                List.of("\"rows\": 100", "\"rows\": -100", "rows"))) {
            var changed = json.replace(change.get(0), change.get(1));
            assertFalse(changed.equals(json), change.get(0));
            assertRefused(changed, change.get(2));
        }
        var attention = manifests().get(3).toJson();
        assertRefused(attention.replaceFirst("\"samples\": 128", "\"samples\": 64"), "64");
    }

    /** The first version had one scaling, and knew neither units nor windows. */
    @Test
    void manifestsOfTheFirstVersionAreRead() {
        for (var zScore : new boolean[] {false, true}) {
            var manifest = manifests().get(2);
            var json = (JsonObject) JsonParser.parseString(manifest.toJson());
            json.addProperty("format", 1);
            var input = json.getAsJsonObject("input");
            List.of("scaling", "unit", "resampling", "windows").forEach(input::remove);
            input.addProperty("zScore", zScore);
            var read = Manifest.ofJson(json.toString());
            assertEquals(
                    InputForm.exactly(List.of("II"), 360, 128, zScore ? InputScaling.Z_SCORE : InputScaling.NONE),
                    read.input());
            input.addProperty("zScore", "yes");
            assertRefused(json.toString(), "zScore");
        }
    }

    /** Sizes that a network would first have to be built for. */
    @Test
    void noSizeFillsTheMemory() {
        for (var manifest : manifests()) {
            for (var field : List.of("blocks", "heads", "repetitions", "ansatzRepetitions", "uploads", "qubits")) {
                for (var path : paths(manifest)) {
                    if (last(path).equals(field)
                            && at(JsonParser.parseString(manifest.toJson()), path) instanceof JsonPrimitive) {
                        assertRefused(changed(manifest, path, parsed("2000000000")), "");
                    }
                }
            }
        }
    }

    @Test
    void whatIsNoManifestIsRefused() {
        for (var text : List.of(
                "",
                "{",
                "[]",
                "null",
                "5",
                "\"text\"",
                "{}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "\u0000",
                "<html>",
                "{\"format\": 1, \"format\": 1}",
                "NaN")) {
            assertRefused(text, "");
        }
    }

    /** The models in the workflows that the tests keep of earlier versions. */
    @Test
    void modelsOfEarlierVersionsAreRead() throws IOException {
        var kept = Sources.ROOT.resolve("tests/osgi/src/test/resources/kept");
        var read = 0;
        try (var files = Files.walk(kept)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".knwf")).toList()) {
                try (var zip = new ZipFile(file.toFile())) {
                    for (var entry : zip.stream()
                            .filter(one -> one.getName().endsWith("/model"))
                            .toList()) {
                        var copy = folder.resolve("model" + read++);
                        try (var in = zip.getInputStream(entry)) {
                            Files.copy(in, copy);
                        }
                        var manifest = EcgModel.read(copy).manifest();
                        assertEquals(manifest, Manifest.ofJson(manifest.toJson()));
                    }
                }
            }
        }
        assertTrue(read >= 5, "models of earlier versions: " + read);
    }

    private static boolean isRead(String json) {
        try {
            Manifest.ofJson(json);
            return true;
        } catch (ModelException ex) {
            return false;
        }
    }

    private static void assertRefused(String json, String part) {
        String message;
        try {
            message = assertThrows(ModelException.class, () -> Manifest.ofJson(json))
                    .getMessage();
        } catch (AssertionError ex) {
            fail("This was read or failed otherwise: " + json.substring(0, Math.min(json.length(), 3000)), ex);
            return;
        }
        assertTrue(message.endsWith(".") && message.contains(part) && !message.contains("null."), message);
    }

    /** A manifest in which one element is another, or missing where it is null. */
    private static String changed(Manifest manifest, List<Object> path, JsonElement other) {
        var root = JsonParser.parseString(manifest.toJson());
        var parent = at(root, path.subList(0, path.size() - 1));
        var key = path.get(path.size() - 1);
        if (key instanceof Integer index) {
            var array = (JsonArray) parent;
            Consumer<JsonElement> set = one -> array.set(index, one);
            set.accept(other == null ? JsonNull.INSTANCE : other);
        } else if (other == null) {
            ((JsonObject) parent).remove((String) key);
        } else {
            ((JsonObject) parent).add((String) key, other);
        }
        return root.toString();
    }

    /** A number as it is written, which may be too large for any kind of number. */
    private static JsonElement parsed(String number) {
        return JsonParser.parseString(number);
    }

    private static JsonElement at(JsonElement root, List<Object> path) {
        var element = root;
        for (var key : path) {
            element = key instanceof Integer index
                    ? ((JsonArray) element).get(index)
                    : ((JsonObject) element).get((String) key);
        }
        return element;
    }

    /** The name that a message gives: an item of a list is named by the list. */
    private static String last(List<Object> path) {
        for (var i = path.size() - 1; ; i--) {
            if (path.get(i) instanceof String name) {
                return name;
            }
        }
    }

    /** Of a list or a table, where any number of items is right. */
    private static boolean isItem(List<Object> path) {
        return path.get(path.size() - 1) instanceof Integer
                || path.size() > 2 && path.get(0).equals("provenance");
    }

    /** The way to each element of a manifest. */
    private static List<List<Object>> paths(Manifest manifest) {
        var paths = new ArrayList<List<Object>>();
        collect(JsonParser.parseString(manifest.toJson()), List.of(), paths);
        return paths;
    }

    private static void collect(JsonElement element, List<Object> path, List<List<Object>> paths) {
        if (!path.isEmpty()) {
            paths.add(path);
        }
        if (element instanceof JsonObject object) {
            object.entrySet().forEach(item -> collect(item.getValue(), with(path, item.getKey()), paths));
        } else if (element instanceof JsonArray array) {
            for (var i = 0; i < array.size(); i++) {
                collect(array.get(i), with(path, i), paths);
            }
        }
    }

    private static List<Object> with(List<Object> path, Object key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static List<Manifest> manifests() {
        var vqc = new EncodedNetwork.Vqc(
                Autoencoder.Form.standard(1, 128, 6),
                new CircuitHead.Form(CircuitDesign.paper(), Scaling.PI_TANH, Readout.LINEAR, 1, QuantumDevice.EXACT));
        var elsewhere = OnnxForm.of("signal", 1, 128, 0, "logits", 2)
                .with(OutputKind.PROBABILITIES, true)
                .withEmbedding("features")
                .withSize(1000, 5000);
        return List.<ModelForm>of(
                        Net1d.Form.small(1, 1),
                        ResNet1d.Form.standard(1, 1),
                        Cnn1d.Form.standard(1, 1),
                        Vit1d.Form.standard(1, 128, 2),
                        Autoencoder.Form.standard(1, 128, 6),
                        vqc,
                        EncodedNetwork.Twin.of(vqc),
                        EncodedNetwork.Linear.of(vqc),
                        new QuantumAttention.Form(
                                1,
                                128,
                                1,
                                new QuantumAttention.Size(16, 4, 2, 1, "pairwise_ring"),
                                QuantumDevice.EXACT),
                        elsewhere)
                .stream()
                .map(form -> TestManifests.student(Architecture.of(form)))
                .toList();
    }
}
