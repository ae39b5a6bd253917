package org.ecgdistill.distill;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.ExplainedException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.WholeFile;
import org.ecgdistill.hybrid.Pretraining;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.nn.Autoencoder;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.checkpoint.Safetensors;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.checkpoint.WeightLimits;
import org.ecgdistill.nn.training.Schedule;

/**
 * A task or its result as a file: a zip of its records as JSON, in which numbers stand for arrays, and of the arrays.
 */
final class TaskFile {

    private static final String RECORDS = "records.json";
    private static final String ARRAYS = "arrays.safetensors";
    private static final int MOST_ROWS = 10_000_000;

    /** By the numbers that stand for them. */
    private final Map<String, Tensor> arrays;

    private TaskFile(Map<String, Tensor> arrays) {
        this.arrays = arrays;
    }

    static void write(Path file, Record content) throws IOException {
        var arrays = new LinkedHashMap<String, Tensor>();
        var json = new TaskFile(arrays).gson(new GsonBuilder()).toJson(content);
        WholeFile.write(file, out -> {
            try (var zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.NO_COMPRESSION);
                zip.putNextEntry(new ZipEntry(RECORDS));
                zip.write(json.getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(ARRAYS));
                Safetensors.write(arrays, zip);
            }
        });
    }

    static <R extends Record> R read(Path file, Class<R> type) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var records = zip.getInputStream(entry(zip, RECORDS));
                var numbers = zip.getInputStream(entry(zip, ARRAYS))) {
            var json = new String(records.readNBytes(WeightLimits.LARGEST_MANIFEST), StandardCharsets.UTF_8);
            var arrays = Safetensors.read(numbers, WeightLimits.of(file), Progress.NONE);
            var strict = new GsonBuilder().registerTypeAdapterFactory(new OfRecord());
            return Optional.ofNullable(new TaskFile(arrays).gson(strict).fromJson(json, type))
                    .orElseThrow(() -> new JsonParseException(RECORDS + " is empty"));
        } catch (ExplainedException ex) {
            throw ex;
        } catch (RuntimeException ex) {
            // Whatever a damaged file makes of a record: Gson and the records refuse it in many ways.
            throw new DistillationException("The training in \"" + file + "\" can't be read: " + ex.getMessage());
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        return Optional.ofNullable(zip.getEntry(name))
                .orElseThrow(() -> new DistillationException(
                        "\"" + zip.getName() + "\" is not a training: " + name + " is missing."));
    }

    /** Adapters that are registered later come first. */
    private Gson gson(GsonBuilder builder) {
        // Numbers that JSON does not know, such as the score of an epoch without one, are texts.
        var ofDouble = new Adapter<Double>(
                (value, type, json) ->
                        Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(value.toString()),
                (json, type, values) -> json.getAsDouble());
        var ofOptionalDouble = new Adapter<OptionalDouble>(
                (value, type, json) -> json.serialize(value.stream().toArray()),
                (json, type, values) -> first(values.deserialize(json, double[].class)));
        var ofForm = new Adapter<NetworkForm>(
                (form, type, json) -> Architecture.of(form).toJson(),
                (json, type, values) -> Architecture.ofJson(json).networkForm());
        return builder.registerTypeAdapter(double.class, ofDouble)
                .registerTypeAdapter(Double.class, ofDouble)
                .registerTypeAdapter(Tensor.class, ofArray(array -> array, array -> array))
                .registerTypeAdapter(float[][].class, ofArray(TaskFile::tensor, TaskFile::rows))
                .registerTypeAdapter(Optional.class, ofOptional())
                .registerTypeAdapter(OptionalDouble.class, ofOptionalDouble)
                .registerTypeAdapter(Student.class, ofStudent())
                .registerTypeAdapter(Pretraining.class, ofPretraining())
                .registerTypeHierarchyAdapter(NetworkForm.class, ofForm)
                .create();
    }

    private static OptionalDouble first(double... numbers) {
        return Arrays.stream(numbers).findFirst();
    }

    /** Both ways of a kind of value. */
    private record Adapter<T>(JsonSerializer<T> there, JsonDeserializer<T> back)
            implements JsonSerializer<T>, JsonDeserializer<T> {

        @Override
        public JsonElement serialize(T value, Type type, JsonSerializationContext json) {
            return there.serialize(value, type, json);
        }

        @Override
        public T deserialize(JsonElement json, Type type, JsonDeserializationContext values) {
            return back.deserialize(json, type, values);
        }
    }

    /** An array lies outside of the records. */
    private <T> Adapter<T> ofArray(Function<T, Tensor> tensor, Function<Tensor, T> array) {
        return new Adapter<>(
                (value, type, json) -> {
                    var number = Integer.toString(arrays.size());
                    arrays.put(number, tensor.apply(value));
                    return new JsonPrimitive(number);
                },
                (json, type, values) -> Optional.ofNullable(arrays.get(json.getAsString()))
                        .map(array)
                        .orElseThrow(() -> new JsonParseException("array " + json + " is missing")));
    }

    /** A list of at most one value. */
    private static Adapter<Optional<?>> ofOptional() {
        return new Adapter<>(
                (value, type, json) -> {
                    var list = new JsonArray();
                    value.ifPresent(item -> list.add(json.serialize(item, content(type))));
                    return list;
                },
                (json, type, values) -> json.getAsJsonArray().asList().stream()
                        .map(item -> values.deserialize(item, content(type)))
                        .findFirst());
    }

    private static Type content(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }

    /** With the name of its record. */
    private static Adapter<Student> ofStudent() {
        return new Adapter<>(
                (student, type, json) -> {
                    var named = new JsonObject();
                    named.add(student.getClass().getSimpleName(), json.serialize(student, student.getClass()));
                    return named;
                },
                (json, type, values) -> {
                    var named = json.getAsJsonObject().entrySet().iterator().next();
                    return Arrays.stream(Student.class.getPermittedSubclasses())
                            .filter(kind -> kind.getSimpleName().equals(named.getKey()))
                            .map(kind -> values.<Student>deserialize(named.getValue(), kind))
                            .findFirst()
                            .orElseThrow(
                                    () -> new JsonParseException("a student \"" + named.getKey() + "\" is unknown"));
                });
    }

    /** The plan of a first stage; what it has learnt so far stays where it is. */
    private static Adapter<Pretraining> ofPretraining() {
        return new Adapter<>(
                (pretraining, type, json) -> {
                    var fields = new JsonObject();
                    fields.add("form", json.serialize(pretraining.form()));
                    fields.add("schedule", json.serialize(pretraining.schedule()));
                    fields.add("processor", json.serialize(pretraining.processor()));
                    return fields;
                },
                (json, type, values) -> {
                    var fields = json.getAsJsonObject();
                    return new Pretraining(
                            values.deserialize(fields.get("form"), Autoencoder.Form.class),
                            values.deserialize(fields.get("schedule"), Schedule.class),
                            values.deserialize(fields.get("processor"), Processor.class));
                });
    }

    /** With each of its fields and no other: a lenient reader would put a 0 or a false in the place of a missing one. */
    private static final class OfRecord implements TypeAdapterFactory {

        @Override
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            // Forms have an adapter of their own.
            if (!type.getRawType().isRecord() || NetworkForm.class.isAssignableFrom(type.getRawType())) {
                return null;
            }
            var lenient = gson.getDelegateAdapter(this, type);
            var fields = Arrays.stream(type.getRawType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    lenient.write(out, value);
                }

                @Override
                public T read(JsonReader in) {
                    var json = JsonParser.parseReader(in).getAsJsonObject();
                    if (!json.keySet().equals(fields)) {
                        throw new JsonParseException("expected the fields " + fields + ", but found " + json.keySet());
                    }
                    return lenient.fromJsonTree(json);
                }
            };
        }
    }

    /** Rows of one width; all may be missing. */
    private static Tensor tensor(float[]... rows) {
        var width = rows.length == 0 || rows[0] == null ? 0 : rows[0].length;
        var values = new float[Math.multiplyExact(rows.length, width)];
        for (var row = 0; row < rows.length && width > 0; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new Tensor(values, new long[] {rows.length, width});
    }

    private static float[][] rows(Tensor tensor) {
        var shape = tensor.shape();
        if (shape.length != 2 || shape[0] > MOST_ROWS || shape[0] * shape[1] != tensor.values().length) {
            throw new JsonParseException("an array of the shape " + Arrays.toString(shape) + " holds no rows");
        }
        var rows = new float[(int) shape[0]][];
        var width = (int) shape[1];
        for (var row = 0; row < rows.length && width > 0; row++) {
            rows[row] = Arrays.copyOfRange(tensor.values(), row * width, (row + 1) * width);
        }
        return rows;
    }
}
