package org.ecgdistill.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.NetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var random = new SplittableRandom(1);
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var size : new int[] {1, 3, 20_000, 7}) {
            var values = new float[2 * size];
            for (var i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            tensors.put("größe " + size, new Tensor(values, new long[] {2, size}));
        }
        tensors.put("empty", new Tensor(new float[0], new long[] {0, 4}));
        var read = read(write(tensors));
        assertEquals(tensors, read);
        assertEquals(new ArrayList<>(tensors.keySet()), new ArrayList<>(read.keySet()));
    }

    /** The layout is the format's own: length, header, numbers from a multiple of eight on. */
    @Test
    void hasTheFormatsLayout() throws IOException {
        var bytes = write(new LinkedHashMap<>(Map.of("a", new Tensor(new float[] {1.5f}, new long[] {1}))));
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var header = (int) buffer.getLong();
        assertEquals(0, header % 8);
        assertEquals(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                new String(bytes, 8, header, StandardCharsets.UTF_8).strip());
        assertEquals(1.5f, buffer.getFloat(8 + header));
        assertEquals(8 + header + 4, bytes.length);
    }

    @Test
    void readsOtherKindsOfNumbers() throws IOException {
        // 1.5 and -2 in half precision and in bfloat16, then the whole number -3.
        var numbers = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putShort((short) 0x3e00)
                .putShort((short) 0xc000)
                .putShort((short) 0x3fc0)
                .putShort((short) 0xc000);
        numbers.putLong(-3);
        var read = read(bytes(
                "{\"h\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[4,8]},"
                        + "\"i\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]},"
                        + "\"__metadata__\":{\"format\":\"pt\"}}",
                numbers.array()));
        assertArrayEquals(new float[] {1.5f, -2}, read.get("h").values());
        assertArrayEquals(new float[] {1.5f, -2}, read.get("b").values());
        assertArrayEquals(new float[] {-3}, read.get("i").values());
    }

    @Test
    void saysWhatIsWrong() {
        assertSentence("header would have", new byte[] {-1, -1, -1, -1, -1, -1, -1, 127});
        assertSentence("cut off", new byte[] {1, 2});
        assertSentence("header of the safetensors file is damaged", "{\"a\":", 0);
        assertSentence("header of the safetensors file is damaged", "[1,2]", 0);
        assertSentence("cut off", "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 8);
        assertSentence("needs 16 bytes", "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,8]}}", 8);
        assertSentence("too large", "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999,99999],\"data_offsets\":[0,8]}}", 8);
        assertSentence("unknown kind", "{\"a\":{\"dtype\":\"F8\",\"shape\":[8],\"data_offsets\":[0,8]}}", 8);
        for (var entry : List.of(
                "null",
                "5",
                "[]",
                "{}",
                "\"text\"",
                "{\"dtype\":null}",
                "{\"dtype\":[],\"shape\":[1],\"data_offsets\":[0,4]}")) {
            assertSentence("damaged", "{\"a\":" + entry + "}", 8);
        }
        for (var shape : List.of("null", "5", "{}", "\"text\"", "[null]", "[1.5]", "[\"x\"]", "[[1]]", "[1e99]")) {
            assertSentence(
                    "can't be read", "{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[0,4]}}", 8);
        }
        for (var offsets :
                List.of("null", "5", "{}", "\"text\"", "[]", "[0]", "[null,4]", "[0,\"x\"]", "[[0],4]", "[0,1e99]")) {
            assertSentence(
                    "can't be read", "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":" + offsets + "}}", 8);
        }
        assertSentence("damaged", "[".repeat(100_000), 0);
        assertSentence("start at byte 8", "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}", 16);
    }

    private void assertSentence(String part, String header, int numbers) {
        assertSentence(part, bytes(header, new byte[numbers]));
    }

    private void assertSentence(String part, byte[] file) {
        var message = assertThrows(NetworkException.class, () -> read(file)).getMessage();
        assertTrue(message.contains(part), message);
    }

    private Map<String, Tensor> read(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("weights.safetensors"), bytes);
        return Safetensors.read(new ByteArrayInputStream(bytes), WeightLimits.of(file), Progress.NONE);
    }

    private static byte[] bytes(String header, byte[] numbers) {
        var text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(numbers)
                .array();
    }

    private static byte[] write(LinkedHashMap<String, Tensor> tensors) throws IOException {
        var out = new ByteArrayOutputStream();
        Safetensors.write(tensors, out);
        return out.toByteArray();
    }
}
