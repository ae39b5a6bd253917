package org.ecgdistill.nn.checkpoint;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.NetworkException;

/**
 * Weights in the safetensors form: the length of a header, the header as JSON (name, kind, shape and place of each
 * tensor), then the numbers. Written as 32-bit floats; read from any kind of number. See the format's description in the
 * documentation of safetensors.
 */
public final class Safetensors {

    private static final String METADATA = "__metadata__";
    private static final int CHUNK = 1 << 16;

    private record Place(String name, Storage kind, long[] shape, long start, long end) {}

    private Safetensors() {}

    /** Writes the tensors in their order; the stream stays open. */
    public static void write(Map<String, Tensor> tensors, OutputStream out) throws IOException {
        var header = new JsonObject();
        var gson = new Gson();
        var end = 0L;
        for (var item : tensors.entrySet()) {
            var start = end;
            end += 4L * item.getValue().values().length;
            var entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            entry.add("shape", gson.toJsonTree(item.getValue().shape()));
            entry.add("data_offsets", gson.toJsonTree(new long[] {start, end}));
            header.add(item.getKey(), entry);
        }
        var json = gson.toJson(header).getBytes(StandardCharsets.UTF_8);
        // The numbers start at a multiple of eight bytes; the format fills up with blanks.
        var padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length)
                .array());
        out.write(padded);
        var buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (var tensor : tensors.values()) {
            var values = tensor.values();
            for (var done = 0; done < values.length; ) {
                var count = Math.min(CHUNK / 4, values.length - done);
                buffer.clear().asFloatBuffer().put(values, done, count);
                out.write(buffer.array(), 0, 4 * count);
                done += count;
            }
        }
    }

    /** Reads all tensors, in the order in which their numbers lie in the stream; the stream stays open. */
    public static Map<String, Tensor> read(InputStream in, WeightLimits limits, Progress progress) throws IOException {
        try {
            var length =
                    ByteBuffer.wrap(bytes(in, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (length < 2 || length > limits.most(WeightLimits.LARGEST_HEADER)) {
                throw new NetworkException("This is not a safetensors file: its header would have " + length
                        + " bytes. Choose a file that ends in .safetensors.");
            }
            var places = places(new String(bytes(in, (int) length), StandardCharsets.UTF_8));
            Arrays.sort(places, Comparator.comparingLong(Place::start).thenComparingLong(Place::end));
            var tensors = new LinkedHashMap<String, Tensor>();
            var at = 0L;
            for (var place : places) {
                progress.report((double) tensors.size() / places.length, "Reading the weights");
                limits.take(place.end() - place.start());
                limits.takeTensor(Tensor.size(place.shape()));
                if (place.start() != at) {
                    throw broken("the numbers of \"" + place.name() + "\" start at byte " + place.start() + " where "
                            + at + " was expected");
                }
                at = place.end();
                var numbers = ByteBuffer.wrap(bytes(in, (int) (place.end() - place.start())));
                tensors.put(
                        place.name(),
                        new Tensor(place.kind().read(numbers.order(ByteOrder.LITTLE_ENDIAN)), place.shape()));
            }
            return tensors;
        } catch (EOFException ex) {
            throw new NetworkException(
                    "The weights end in the middle: the file is cut off. Fetch or save it again.", ex);
        }
    }

    private static Place[] places(String header) {
        try {
            return JsonParser.parseString(header).getAsJsonObject().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(METADATA))
                    .map(entry -> place(entry.getKey(), entry.getValue().getAsJsonObject()))
                    .toArray(Place[]::new);
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | IllegalArgumentException
                | UnsupportedOperationException
                | IndexOutOfBoundsException
                | ClassCastException
                | ArithmeticException ex) {
            throw new NetworkException("The weights can't be read: the header of the safetensors file is damaged.", ex);
        }
    }

    private static Place place(String name, JsonObject entry) {
        var kind = Storage.ofSafetensors(entry.get("dtype").getAsString())
                .orElseThrow(() -> broken("\"" + name + "\" holds numbers of the unknown kind " + entry.get("dtype")));
        var shape = entry.getAsJsonArray("shape").asList().stream()
                .mapToLong(Safetensors::whole)
                .toArray();
        var offsets = entry.getAsJsonArray("data_offsets");
        var start = whole(offsets.get(0));
        var end = whole(offsets.get(1));
        var size = (long) Tensor.size(shape) * kind.bytes();
        if (start < 0 || end - start != size || size > Integer.MAX_VALUE - 8) {
            throw broken("\"" + name + "\" of shape " + Arrays.toString(shape) + " needs " + size
                    + " bytes but has the " + "place " + start + " to " + end);
        }
        return new Place(name, kind, shape, start, end);
    }

    private static long whole(JsonElement json) {
        if (json instanceof JsonPrimitive number && number.isNumber()) {
            return number.getAsBigDecimal().longValueExact();
        }
        throw new IllegalArgumentException("A whole number was expected.");
    }

    /** Grows with what is really there, so that a header's claim alone takes no memory. */
    private static byte[] bytes(InputStream in, int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static NetworkException broken(String why) {
        return new NetworkException(
                "The weights can't be read: " + why + ". The file is damaged: fetch or save it again.");
    }
}
