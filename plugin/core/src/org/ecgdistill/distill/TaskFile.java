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

/** A task or its result as a file: a zip of its records as JSON, in which arrays have numbers, and of the arrays. */
final class TaskFile {

    private static final String RECORDS = "records.json";
    private static final String ARRAYS = "arrays.safetensors";

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
            var json = new String(records.readAllBytes(), StandardCharsets.UTF_8);
            var arrays = Safetensors.read(numbers, WeightLimits.of(file), Progress.NONE);
            var strict = new GsonBuilder().registerTypeAdapterFactory(new OfRecord());
            return new TaskFile(arrays).gson(strict).fromJson(json, type);
        } catch (JsonParseException | IllegalStateException ex) {
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
        return builder.registerTypeAdapter(double.class, new OfDouble())
                .registerTypeAdapter(Double.class, new OfDouble())
                .registerTypeAdapter(Tensor.class, new Arrayed<>(array -> array, array -> array))
                .registerTypeAdapter(float[][].class, new Arrayed<>(TaskFile::tensor, TaskFile::rows))
                .registerTypeAdapter(Optional.class, new OfOptional())
                .registerTypeAdapter(OptionalDouble.class, new OfOptionalDouble())
                .registerTypeAdapter(Student.class, new OfStudent())
                .registerTypeAdapter(Pretraining.class, new OfPretraining())
                .registerTypeHierarchyAdapter(NetworkForm.class, new OfForm())
                .create();
    }

    private interface Adapter<T> extends JsonSerializer<T>, JsonDeserializer<T> {}

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

    /** Numbers that JSON does not know, such as the score of an epoch without one, are texts. */
    private static final class OfDouble implements Adapter<Double> {

        @Override
        public JsonElement serialize(Double value, Type type, JsonSerializationContext context) {
            return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(value.toString());
        }

        @Override
        public Double deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            return json.getAsDouble();
        }
    }

    /** An array, which lies outside of the records. */
    private final class Arrayed<T> implements Adapter<T> {

        private final Function<T, Tensor> tensor;
        private final Function<Tensor, T> array;

        Arrayed(Function<T, Tensor> tensor, Function<Tensor, T> array) {
            this.tensor = tensor;
            this.array = array;
        }

        @Override
        public JsonElement serialize(T value, Type type, JsonSerializationContext context) {
            var number = Integer.toString(arrays.size());
            arrays.put(number, tensor.apply(value));
            return new JsonPrimitive(number);
        }

        @Override
        public T deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            var found = arrays.get(json.getAsString());
            if (found == null) {
                throw new JsonParseException("array " + json + " is missing");
            }
            return array.apply(found);
        }
    }

    /** A list of one or none. */
    private static final class OfOptional implements Adapter<Optional<?>> {

        @Override
        public JsonElement serialize(Optional<?> value, Type type, JsonSerializationContext context) {
            var list = new JsonArray();
            value.ifPresent(item -> list.add(context.serialize(item, content(type))));
            return list;
        }

        @Override
        public Optional<?> deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            return json.getAsJsonArray().asList().stream()
                    .map(item -> context.deserialize(item, content(type)))
                    .findFirst();
        }

        private static Type content(Type optional) {
            return ((ParameterizedType) optional).getActualTypeArguments()[0];
        }
    }

    private static final class OfOptionalDouble implements Adapter<OptionalDouble> {

        @Override
        public JsonElement serialize(OptionalDouble value, Type type, JsonSerializationContext context) {
            return context.serialize(value.stream().toArray());
        }

        @Override
        public OptionalDouble deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            return Arrays.stream((double[]) context.deserialize(json, double[].class))
                    .findFirst();
        }
    }

    /** With the name of its record. */
    private static final class OfStudent implements Adapter<Student> {

        @Override
        public JsonElement serialize(Student student, Type type, JsonSerializationContext context) {
            var json = new JsonObject();
            json.add(student.getClass().getSimpleName(), context.serialize(student, student.getClass()));
            return json;
        }

        @Override
        public Student deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            var named = json.getAsJsonObject().entrySet().iterator().next();
            return Arrays.stream(Student.class.getPermittedSubclasses())
                    .filter(kind -> kind.getSimpleName().equals(named.getKey()))
                    .map(kind -> (Student) context.deserialize(named.getValue(), kind))
                    .findFirst()
                    .orElseThrow(() -> new JsonParseException("a student \"" + named.getKey() + "\" is unknown"));
        }
    }

    /** The plan of a first stage; what it has learnt so far stays where it is. */
    private static final class OfPretraining implements Adapter<Pretraining> {

        @Override
        public JsonElement serialize(Pretraining pretraining, Type type, JsonSerializationContext context) {
            var json = new JsonObject();
            json.add("form", context.serialize(pretraining.form()));
            json.add("schedule", context.serialize(pretraining.schedule()));
            json.add("processor", context.serialize(pretraining.processor()));
            return json;
        }

        @Override
        public Pretraining deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            var fields = json.getAsJsonObject();
            return new Pretraining(
                    context.deserialize(fields.get("form"), Autoencoder.Form.class),
                    context.deserialize(fields.get("schedule"), Schedule.class),
                    context.deserialize(fields.get("processor"), Processor.class));
        }
    }

    /** As a model file keeps it. */
    private static final class OfForm implements Adapter<NetworkForm> {

        @Override
        public JsonElement serialize(NetworkForm form, Type type, JsonSerializationContext context) {
            return Architecture.of(form).toJson();
        }

        @Override
        public NetworkForm deserialize(JsonElement json, Type type, JsonDeserializationContext context) {
            return Architecture.ofJson(json).form();
        }
    }

    /** Rows of one width; all may be missing. */
    private static Tensor tensor(float[]... rows) {
        var width = rows.length == 0 || rows[0] == null ? 0 : rows[0].length;
        var values = new float[rows.length * width];
        for (var row = 0; row < rows.length && width > 0; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new Tensor(values, new long[] {rows.length, width});
    }

    private static float[][] rows(Tensor tensor) {
        var rows = new float[(int) tensor.shape()[0]][];
        var width = (int) tensor.shape()[1];
        for (var row = 0; row < rows.length && width > 0; row++) {
            rows[row] = Arrays.copyOfRange(tensor.values(), row * width, (row + 1) * width);
        }
        return rows;
    }
}
