package org.ecgdistill.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Head;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.founder.FounderCheckpoint;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the released one's size and names, made here with random numbers. */
@Tag("fixtures")
class FullSizeTest {

    private static final long MEMORY = 900L << 20;

    @TempDir
    private Path folder;

    private record Entry(String name, int[] shape, boolean isLong, int key) {

        int numbers() {
            var count = 1;
            for (var length : shape) {
                count *= length;
            }
            return count;
        }
    }

    @Test
    void everyReleasedNameIsMatched() throws IOException {
        assumeTrue(
                Runtime.getRuntime().maxMemory() > MEMORY, () -> "skipped: needs 900 MB of memory, set -Xmx1g or more");
        for (var names : Shared.files(Shared.fixtures("net1d"), "net1d_full_names", ".json")) {
            var entries = entries(names);
            assertEquals(509, entries.size());
            var file = write(entries);
            assertTrue(Files.size(file) > 120_000_000, "123 MB as released");
            var checkpoint = FounderCheckpoint.read(file, Progress.NONE);
            assertEquals(509, checkpoint.tensors().size());
            for (var entry : entries) {
                assertEquals(
                        first(entry), checkpoint.tensors().get(entry.name()).values()[0], entry.name());
            }
            var form = checkpoint.form(1, 150);
            assertEquals(Net1d.Form.founder(1, 150), form);
            var fit = Weights.fit(new Net1d(form), checkpoint.tensors(), name -> false, 1);
            var parameters = entries.stream()
                    .map(Entry::name)
                    .filter(name -> !name.contains("running_") && !name.endsWith("num_batches_tracked"))
                    .toList();
            assertEquals(326, parameters.size());
            var used = parameters.stream()
                    .filter(name -> !name.contains("bn"))
                    .sorted()
                    .toList();
            assertEquals(used, fit.matched().stream().sorted().toList());
            assertEquals(509 - used.size(), fit.unused().size());
            assertTrue(fit.unused().stream().allMatch(name -> name.contains("bn")), "only statistics are left out");
            var task = Weights.fit(new Net1d(checkpoint.form(1, 1)), checkpoint.tensors(), Head::owns, 1);
            assertEquals(List.of("dense.weight", "dense.bias"), task.fresh());
            assertArrayEquals(
                    new long[] {1, 1024},
                    task.weights().tensors().get("dense.weight").shape());
            assertEquals(
                    used.size() - 2,
                    new Net1d(form)
                            .trunk().slots().stream()
                                    .map(Slot::name)
                                    .filter(used::contains)
                                    .count());
        }
    }

    private static List<Entry> entries(Path names) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var row : new ObjectMapper().readTree(names.toFile())) {
            var shape = new int[row.get(1).size()];
            for (var axis = 0; axis < shape.length; axis++) {
                shape[axis] = row.get(1).get(axis).asInt();
            }
            var isLong = row.get(2).asText().contains("int64");
            entries.add(new Entry(row.get(0).asText(), shape, isLong, entries.size()));
        }
        return entries;
    }

    private static float first(Entry entry) {
        return entry.isLong() ? entry.key() : (float) new SplittableRandom(entry.key()).nextDouble();
    }

    private Path write(List<Entry> entries) throws IOException {
        var file = folder.resolve("full.pth");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "archive/data.pkl", pickle(entries));
            for (var entry : entries) {
                var random = new SplittableRandom(entry.key());
                var bytes = ByteBuffer.allocate(entry.numbers() * (entry.isLong() ? 8 : 4))
                        .order(ByteOrder.LITTLE_ENDIAN);
                while (bytes.hasRemaining()) {
                    if (entry.isLong()) {
                        bytes.putLong(entry.key());
                    } else {
                        bytes.putFloat((float) random.nextDouble());
                    }
                }
                store(zip, "archive/data/" + entry.key(), bytes.array());
            }
        }
        return file;
    }

    /** PyTorch stores, it does not pack. */
    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** An ordered dictionary of tensors, with the operations that torch.save uses. */
    private static byte[] pickle(List<Entry> entries) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2});
        ascii(out, "ccollections\nOrderedDict\n)R(");
        for (var entry : entries) {
            text(out, entry.name());
            ascii(out, "ctorch._utils\n_rebuild_tensor_v2\n((");
            text(out, "storage");
            ascii(out, entry.isLong() ? "ctorch\nLongStorage\n" : "ctorch\nFloatStorage\n");
            text(out, Integer.toString(entry.key()));
            text(out, "cpu");
            number(out, entry.numbers());
            ascii(out, "tQ");
            number(out, 0);
            ascii(out, "(");
            var stride = entry.numbers();
            for (var length : entry.shape()) {
                number(out, length);
            }
            ascii(out, "t(");
            for (var length : entry.shape()) {
                stride /= length;
                number(out, stride);
            }
            out.writeBytes(new byte[] {'t', (byte) 0x89});
            ascii(out, "ccollections\nOrderedDict\n)RtR");
        }
        ascii(out, "u.");
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int number) {
        out.write('J');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write('X');
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length())
                .array());
        ascii(out, text);
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
