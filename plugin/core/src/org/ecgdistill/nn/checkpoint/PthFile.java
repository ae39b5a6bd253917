package org.ecgdistill.nn.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.NetworkException;

/**
 * A checkpoint as PyTorch saves it since version 1.6: a zip with one pickle that lists the tensors and one entry of raw
 * numbers per storage. Nothing that the pickle names is ever run or looked up.
 */
public final class PthFile {

    private static final String READING = "Reading the weights";
    private static final int CHUNK = 1 << 20;
    private static final int MOST_AXES = 64;
    private static final String DATA_PARALLEL = "module.";

    private final Path file;
    private final ZipFile zip;
    private final String folder;
    private final ByteOrder order;
    private final WeightLimits limits;
    private final Progress progress;

    /** The share that is done. */
    private double fraction;

    /** Tensors may share a storage: each is read once. */
    private final Map<String, float[]> storages = new HashMap<>();

    private PthFile(Path file, ZipFile zip, Progress progress) throws IOException {
        this.file = file;
        this.zip = zip;
        this.progress = progress;
        this.limits = WeightLimits.of(file);
        this.folder = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith("/data.pkl"))
                .map(name -> name.substring(0, name.length() - "data.pkl".length()))
                .findFirst()
                .orElseThrow(() -> new NetworkException("\"" + file
                        + "\" is a zip but not a PyTorch checkpoint: it holds no data.pkl. Choose a .pth file that"
                        + " torch.save has written."));
        var order = zip.getEntry(folder + "byteorder");
        this.order = order != null && new String(bytes(order, 16), StandardCharsets.US_ASCII).startsWith("big")
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
    }

    /** Reads a state dictionary, alone or under the key {@code state_dict} of a whole training's save. */
    public static Checkpoint read(Path file, Progress progress) {
        refuseOldForm(file);
        try (var zip = new ZipFile(file.toFile())) {
            return new PthFile(file, zip, progress).checkpoint();
        } catch (ZipException ex) {
            throw new NetworkException(
                    "\"" + file + "\" is not a PyTorch checkpoint: " + ex.getMessage()
                            + ". If it was downloaded, the download may have been cut off: fetch it again.",
                    ex);
        } catch (IOException ex) {
            throw new NetworkException("\"" + file + "\" could not be read: " + ex.getMessage() + ".", ex);
        }
    }

    /** Before PyTorch 1.6 a checkpoint was a sequence of pickles, the first of which held a magic number. */
    private static void refuseOldForm(Path file) {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        } catch (IOException ex) {
            throw new NetworkException("\"" + file + "\" could not be read: " + ex.getMessage() + ".", ex);
        }
        if (start.length == 4 && (start[0] & 0xff) == 0x80 && (start[2] & 0xff) == 0x8a) {
            throw new NetworkException("\"" + file + "\" is a checkpoint in PyTorch's form from before version 1.6."
                    + " Save it again with a later version of PyTorch: torch.save(torch.load(file), file).");
        }
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
            throw new NetworkException("\"" + file + "\" is not a PyTorch checkpoint: a .pth file is a zip, and this"
                    + " one does not start like a zip. Choose the file as it was released.");
        }
    }

    private Checkpoint checkpoint() throws IOException {
        var root = Pickle.read(bytes(entry("data.pkl"), limits.most(WeightLimits.LARGEST_LIST)));
        if (!(root instanceof Map<?, ?> saved)) {
            throw new NetworkException("\"" + file + "\" holds no dictionary of weights. Save it with"
                    + " torch.save(model.state_dict(), …).");
        }
        var leftOut = new TreeSet<String>();
        var state = saved;
        if (saved.get("state_dict") instanceof Map<?, ?> inner) {
            state = inner;
            saved.keySet().forEach(key -> leftOut.add(key.toString()));
            leftOut.remove("state_dict");
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        var done = 0;
        for (var item : state.entrySet()) {
            fraction = 0.5 * done++ / state.size();
            progress.report(fraction, READING);
            var name = item.getKey().toString();
            var tensor = tensor(name, item.getValue());
            if (tensor == null) {
                leftOut.add(name);
            } else {
                tensors.put(name.startsWith(DATA_PARALLEL) ? name.substring(DATA_PARALLEL.length()) : name, tensor);
            }
        }
        if (tensors.isEmpty()) {
            throw new NetworkException("\"" + file + "\" holds no weights that can be read. Save it with"
                    + " torch.save(model.state_dict(), …).");
        }
        return new Checkpoint(tensors, leftOut, Sha256.of(file, progress.part(0.5, 1)));
    }

    /** The tensor that a saved value stands for, or null if it stands for something else. */
    private Tensor tensor(String name, Object value) throws IOException {
        if (!(value instanceof Pickle.Call)) {
            return null;
        }
        var call = (Pickle.Call) value;
        var arguments = call.arguments();
        if (call.function().equals("torch._utils._rebuild_parameter")
                && !arguments.isEmpty()
                && arguments.get(0) instanceof Pickle.Call inner) {
            // A parameter wraps a tensor, and nothing wraps a parameter.
            call = inner;
            arguments = call.arguments();
        }
        if (!call.function().equals("torch._utils._rebuild_tensor_v2")) {
            return null;
        }
        if (arguments.size() >= 4
                && arguments.get(0) instanceof Pickle.Persistent storage
                && storage.id() instanceof List<?> id
                && id.size() >= 5
                && id.get(1) instanceof Pickle.Named kind
                && id.get(2) instanceof String key
                && id.get(4) instanceof Long length
                && arguments.get(1) instanceof Long offset) {
            var numbers = storage(name, kind.name(), key, length);
            var shape = longs(name, arguments.get(2));
            limits.takeTensor(Tensor.size(shape));
            return new Strided(offset, shape, longs(name, arguments.get(3))).read(numbers, name, file);
        }
        throw new NetworkException("\"" + file + "\": the entry for " + name + " is not in PyTorch's form.");
    }

    private float[] storage(String name, String kind, String key, long length) throws IOException {
        var known = storages.get(key);
        if (known != null) {
            return known;
        }
        var storage = Storage.ofTorch(kind)
                .orElseThrow(() -> new NetworkException("\"" + file + "\": " + name + " holds numbers of the kind "
                        + kind + ", which can't be read. Save the weights as 32-bit floats: model.float()."));
        var numbers = numbers(name, storage, entry("data/" + key), Tensor.size(length));
        storages.put(key, numbers);
        return numbers;
    }

    /** Reads piece by piece, whatever size the zip claims. */
    private float[] numbers(String name, Storage storage, ZipEntry entry, int count) throws IOException {
        limits.take(4L * count);
        var numbers = new float[count];
        var chunk = new byte[CHUNK];
        try (var in = zip.getInputStream(entry)) {
            for (var done = 0; done < count; ) {
                progress.report(fraction, READING);
                var wanted = (int) Math.min(CHUNK, (long) (count - done) * storage.bytes());
                var found = in.readNBytes(chunk, 0, wanted);
                if (found < wanted) {
                    throw new NetworkException("\"" + file + "\": the numbers of " + name + " should fill "
                            + (long) count * storage.bytes() + " bytes, but the file holds "
                            + ((long) done * storage.bytes() + found) + ". Download it again.");
                }
                var piece = ByteBuffer.wrap(chunk, 0, wanted).order(order);
                done += storage.read(piece, numbers, done);
            }
            if (in.read() >= 0) {
                throw tooLong(entry, (long) count * storage.bytes());
            }
        }
        return numbers;
    }

    private ZipEntry entry(String name) {
        var entry = zip.getEntry(folder + name);
        if (entry == null) {
            throw new NetworkException(
                    "\"" + file + "\" lacks the part \"" + name + "\": the file is incomplete. Download it again.");
        }
        return entry;
    }

    /** Reads at most the given number of bytes, whatever size the zip claims. */
    private byte[] bytes(ZipEntry entry, int most) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw tooLong(entry, most);
            }
            limits.take(bytes.length);
            return bytes;
        }
    }

    private NetworkException tooLong(ZipEntry entry, long most) {
        return new NetworkException("\"" + file + "\": the part \"" + entry.getName() + "\" is larger than the " + most
                + " bytes it may have. Download the file again.");
    }

    private long[] longs(String name, Object value) {
        if (!(value instanceof List<?> list)
                || list.size() > MOST_AXES
                || !list.stream().allMatch(Long.class::isInstance)) {
            throw new NetworkException("\"" + file + "\": the shape of " + name + " is not a list of numbers.");
        }
        return list.stream().mapToLong(Long.class::cast).toArray();
    }
}
