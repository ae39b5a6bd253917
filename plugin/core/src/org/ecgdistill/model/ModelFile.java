package org.ecgdistill.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.WholeFile;
import org.ecgdistill.model.pretrained.OnnxSource;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Safetensors;
import org.ecgdistill.nn.checkpoint.WeightLimits;

/** The file of a model: a zip of its manifest and of its weights or its network. */
final class ModelFile {

    static final String WEIGHTS = "weights.safetensors";
    static final String NETWORK = "network.onnx";
    private static final String MANIFEST = "manifest.json";

    private ModelFile() {}

    /**
     * Writes a manifest and a second entry.
     *
     * @param content of the second entry; it is written twice
     */
    static void write(Path file, Manifest manifest, String name, WholeFile.Content content) throws IOException {
        WholeFile.write(file, out -> write(out, manifest, name, content));
    }

    private static void write(OutputStream out, Manifest manifest, String name, WholeFile.Content content)
            throws IOException {
        // Numbers hardly shrink: they are stored uncompressed, and other programs can read them without unpacking.
        var checksum = new CRC32();
        var size = new long[1];
        content.write(new OutputStream() {
            @Override
            public void write(int value) {
                checksum.update(value);
                size[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                checksum.update(bytes, from, count);
                size[0] += count;
            }
        });
        try (var zip = new ZipOutputStream(out)) {
            var manifestEntry = entry(MANIFEST);
            zip.putNextEntry(manifestEntry);
            zip.write(manifest.toJson().getBytes(StandardCharsets.UTF_8));
            var second = entry(name);
            second.setMethod(ZipEntry.STORED);
            second.setSize(size[0]);
            second.setCompressedSize(size[0]);
            second.setCrc(checksum.getValue());
            zip.putNextEntry(second);
            content.write(zip);
            zip.closeEntry();
        }
    }

    /** An entry with the earliest time a zip knows, so that the same model gives the same bytes. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    /** Reads a model and checks that its second entry is what the manifest describes. */
    static EcgModel read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var limits = WeightLimits.of(file);
            var manifest = Manifest.ofJson(new String(manifest(zip, file, limits), StandardCharsets.UTF_8));
            if (manifest.architecture().form() instanceof OnnxForm form) {
                try (var in = zip.getInputStream(entry(zip, NETWORK, file))) {
                    var bytes = network(in, file, limits);
                    OnnxSource.check(bytes, form);
                    return new OnnxModel(manifest, bytes);
                }
            }
            try (var in = zip.getInputStream(entry(zip, WEIGHTS, file))) {
                var tensors = Safetensors.read(in, limits, Progress.NONE);
                var fit = Weights.fit(manifest.architecture().network(), tensors, name -> false, 0);
                return new TrainedModel(manifest, fit.weights());
            }
        } catch (NetworkException ex) {
            throw new ModelException("\"" + file + "\" can't be used: " + ex.getMessage(), ex);
        } catch (ZipException ex) {
            throw new ModelException(
                    "\"" + file + "\" is not a model of ECG Distill: it is not a zip (" + ex.getMessage()
                            + "). Choose a file that Model Writer has written.",
                    ex);
        } catch (IOException ex) {
            throw new ModelException("\"" + file + "\" could not be read: " + ex.getMessage() + ".", ex);
        }
    }

    private static byte[] manifest(ZipFile zip, Path file, WeightLimits limits) throws IOException {
        try (var in = zip.getInputStream(entry(zip, MANIFEST, file))) {
            return in.readNBytes(limits.most(WeightLimits.LARGEST_MANIFEST));
        }
    }

    private static byte[] network(InputStream in, Path file, WeightLimits limits) throws IOException {
        var bytes = in.readNBytes(limits.most(OnnxSource.LARGEST));
        if (in.read() >= 0) {
            throw new ModelException("\"" + file + "\" contains a network of more than " + bytes.length
                    + " bytes, which is more than its own size allows. Write the model again.");
        }
        return bytes;
    }

    private static ZipEntry entry(ZipFile zip, String name, Path file) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelException("\"" + file + "\" is not a model of ECG Distill: it lacks " + name + ".");
        }
        return entry;
    }
}
