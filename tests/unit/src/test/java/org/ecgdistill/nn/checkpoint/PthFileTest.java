package org.ecgdistill.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.NetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that are whole, and those that are damaged or mean harm. */
class PthFileTest {

    private static final byte[] SIX = floats(1, 2, 3, 4, 5, 6);

    @TempDir
    private Path folder;

    @Test
    void readsATensor() throws IOException {
        var tensor = read(pickle("weight", "torch FloatStorage", 6, 0, "22", "21"), SIX)
                .tensors()
                .get("weight");
        assertArrayEquals(new float[] {1, 2, 3, 4}, tensor.values());
    }

    @Test
    void followsStrides() throws IOException {
        // Two rows of three, seen as three rows of two.
        var tensor = read(pickle("w", "torch FloatStorage", 6, 0, "32", "13"), SIX)
                .tensors()
                .get("w");
        assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, tensor.values());
        assertArrayEquals(new long[] {3, 2}, tensor.shape());
    }

    @Test
    void stripsTheNameOfDataParallel() throws IOException {
        var tensors = read(pickle("module.w", "torch FloatStorage", 6, 1, "2", "1"), SIX)
                .tensors();
        assertArrayEquals(new float[] {2, 3}, tensors.get("w").values());
    }

    @Test
    void refusesATensorBeyondItsNumbers() {
        assertSentence("reaches beyond", () -> read(pickle("w", "torch FloatStorage", 6, 5, "2", "1"), SIX));
        assertSentence("reaches beyond", () -> read(pickle("w", "torch FloatStorage", 6, 0, "39", "31"), SIX));
    }

    @Test
    void refusesAStorageThatIsShorterThanClaimed() {
        assertSentence("should fill 36 bytes", () -> read(pickle("w", "torch FloatStorage", 9, 0, "2", "1"), SIX));
    }

    @Test
    void refusesNumbersOfAnUnknownKind() {
        assertSentence("torch.QInt8Storage", () -> read(pickle("w", "torch QInt8Storage", 6, 0, "2", "1"), SIX));
    }

    /** What would delete files in Python is here a name beside which nothing happens. */
    @Test
    void neverRunsWhatAPickleNames() throws IOException {
        var victim = folder.resolve("victim");
        Files.writeString(victim, "alive");
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {(byte) 0x80, 2, '}'});
        text(body, "evil");
        body.writeBytes(("cos\nsystem\n").getBytes(StandardCharsets.US_ASCII));
        text(body, "rm " + victim);
        body.writeBytes(new byte[] {(byte) 0x85, 'R', 's'});
        var harmless = pickle("w", "torch FloatStorage", 6, 0, "2", "1");
        // The dictionary with the evil entry, then the items of the harmless one behind it.
        body.write(harmless, 3, harmless.length - 3);
        var checkpoint = read(body.toByteArray(), SIX);
        assertTrue(checkpoint.leftOut().contains("evil"));
        assertFalse(checkpoint.tensors().containsKey("evil"));
        assertEquals("alive", Files.readString(victim));
    }

    @Test
    void namesWhatIsNotACheckpoint() throws IOException {
        var text = Files.writeString(folder.resolve("a.pth"), "Not found");
        assertSentence("does not start like a zip", () -> PthFile.read(text, Progress.NONE));
        var empty = Files.createFile(folder.resolve("b.pth"));
        assertSentence("does not start like a zip", () -> PthFile.read(empty, Progress.NONE));
        assertSentence("could not be read", () -> PthFile.read(folder.resolve("missing.pth"), Progress.NONE));
        var other = folder.resolve("c.pth");
        try (var zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertSentence("holds no data.pkl", () -> PthFile.read(other, Progress.NONE));
    }

    @Test
    void namesTheOldForm() throws IOException {
        var old = folder.resolve("old.pth");
        Files.write(old, new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10, 0x6c});
        assertSentence("before version 1.6", () -> PthFile.read(old, Progress.NONE));
    }

    /** Whatever the bytes are, the only thing that comes out is a sentence, in bounded memory and time. */
    @Test
    void survivesDamage() throws IOException {
        var whole = pickle("weight", "torch FloatStorage", 6, 0, "22", "31");
        var random = new SplittableRandom(7);
        var readable = 0;
        for (var round = 0; round < 20_000; round++) {
            var damaged = whole.clone();
            for (var flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                Pickle.read(damaged);
                readable++;
            } catch (NetworkException ex) {
                assertTrue(ex.getMessage().startsWith("The checkpoint's list of weights"), ex.getMessage());
            }
        }
        assertTrue(readable > 0, "some flips only change a name");
    }

    /** Lists in lists, each twice in the next: as text they would fill any memory. */
    @Test
    void aNameOfNestedListsIsRefused() {
        var key = new ByteArrayOutputStream();
        key.writeBytes(new byte[] {'K', 1, 'q', 0});
        for (var level = 0; level < 60; level++) {
            key.writeBytes(new byte[] {'h', (byte) level, 'h', (byte) level, (byte) 0x86, 'q', (byte) (level + 1)});
        }
        var whole = pickle("w", "torch FloatStorage", 6, 0, "2", "1");
        var text = new ByteArrayOutputStream();
        text(text, "0");
        var named = new String(whole, StandardCharsets.ISO_8859_1)
                .replace(text.toString(StandardCharsets.ISO_8859_1), key.toString(StandardCharsets.ISO_8859_1));
        assertSentence("not in PyTorch's form", () -> read(named.getBytes(StandardCharsets.ISO_8859_1), SIX));
    }

    @Test
    void aParameterIsReadAndOneWithinAnotherIsNot() throws IOException {
        assertArrayEquals(
                new float[] {1, 2}, read(wrapped(1), SIX).tensors().get("w").values());
        for (var times : new int[] {2, 100, 100_000}) {
            assertSentence("no weights", () -> read(wrapped(times), SIX));
        }
    }

    /** A tensor in this many calls of _rebuild_parameter. */
    private static byte[] wrapped(int times) {
        var whole = pickle("w", "torch FloatStorage", 6, 0, "2", "1");
        var start = new String(whole, StandardCharsets.ISO_8859_1).indexOf("ctorch._utils");
        var out = new ByteArrayOutputStream();
        out.write(whole, 0, start);
        out.writeBytes("ctorch._utils\n_rebuild_parameter\nq\000".getBytes(StandardCharsets.ISO_8859_1));
        for (var i = 1; i < times; i++) {
            out.writeBytes(new byte[] {'h', 0});
        }
        out.write(whole, start, whole.length - 2 - start);
        for (var i = 0; i < times; i++) {
            out.writeBytes(new byte[] {(byte) 0x85, 'R'});
        }
        out.writeBytes(new byte[] {'s', '.'});
        return out.toByteArray();
    }

    /** 64 MB of zeros take 64 kB in a zip. */
    @Test
    void refusesWhatUnpacksToManyTimesItsSize() {
        var many = pickle("w", "torch FloatStorage", 6, 0, "2", "1");
        // The count of numbers as four bytes.
        var text = new String(many, StandardCharsets.ISO_8859_1);
        var large = text.replace("K\006t", "J\000\000\000\001t").getBytes(StandardCharsets.ISO_8859_1);
        assertSentence("16 times its own size", () -> read(large, new byte[64 << 20]));
        assertSentence("data.pkl\" is larger than", () -> read(new byte[64 << 20], SIX));
    }

    /** One storage of a million numbers, seen by thousands of tensors. */
    @Test
    void refusesCopiesByTheThousand() {
        var numbers = new byte[1 << 20];
        new SplittableRandom(1).nextBytes(numbers);
        var one = new String(pickle("w", "torch FloatStorage", 6, 0, "2", "1"), StandardCharsets.ISO_8859_1)
                .replace("K\006t", "J\000\000\004\000t")
                .replace("(K\002t", "(J\000\000\004\000t");
        var item = one.substring(one.indexOf('X'), one.length() - 1);
        var all = new StringBuilder(one.substring(0, one.indexOf('X')));
        for (var i = 0; i < 2000; i++) {
            all.append(item.replace("X\001\000\000\000w", "X\004\000\000\000" + (1000 + i)));
        }
        var bytes = all.append('.').toString().getBytes(StandardCharsets.ISO_8859_1);
        assertSentence("16 times its own size", () -> read(bytes, numbers));
    }

    @Test
    void aTensorWithoutNumbersMayLieAnywhere() throws IOException {
        var tensor = read(pickle("w", "torch FloatStorage", 6, 99, "03", "31"), SIX)
                .tensors()
                .get("w");
        assertArrayEquals(new long[] {0, 3}, tensor.shape());
    }

    @Test
    void canBeCancelled() throws IOException {
        read(pickle("w", "torch FloatStorage", 6, 0, "2", "1"), SIX);
        for (var last = 0; last < 3; last++) {
            var reports = new int[] {last};
            assertThrows(
                    CancellationException.class,
                    () -> PthFile.read(folder.resolve("checkpoint.pth"), (fraction, message) -> {
                        assertTrue(fraction >= 0 && fraction <= 1);
                        if (reports[0]-- == 0) {
                            throw new CancellationException();
                        }
                    }));
        }
    }

    private Checkpoint read(byte[] pickle, byte[] storage) throws IOException {
        var file = folder.resolve("checkpoint.pth");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(pickle);
            zip.putNextEntry(new ZipEntry("archive/data/0"));
            zip.write(storage);
        }
        return PthFile.read(file, Progress.NONE);
    }

    /** A dictionary with one tensor, as torch.save writes it; shape and strides as digits. */
    private static byte[] pickle(String name, String kind, int numbers, int offset, String shape, String strides) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2, '}'});
        text(out, name);
        out.writeBytes("ctorch._utils\n_rebuild_tensor_v2\n((".getBytes(StandardCharsets.US_ASCII));
        text(out, "storage");
        out.writeBytes(("c" + kind.replace(' ', '\n') + "\n").getBytes(StandardCharsets.US_ASCII));
        text(out, "0");
        text(out, "cpu");
        out.writeBytes(new byte[] {'K', (byte) numbers, 't', 'Q', 'K', (byte) offset});
        digits(out, shape);
        digits(out, strides);
        out.writeBytes(new byte[] {(byte) 0x89, '}', 't', 'R', 's', '.'});
        return out.toByteArray();
    }

    private static void digits(ByteArrayOutputStream out, String digits) {
        out.write('(');
        digits.chars().forEach(digit -> out.writeBytes(new byte[] {'K', (byte) (digit - '0')}));
        out.write('t');
    }

    private static void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        out.writeBytes(bytes);
    }

    private static byte[] floats(float... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(NetworkException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
