package org.ecgdistill.model;

import java.io.IOException;
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
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Safetensors;
import org.ecgdistill.nn.checkpoint.WeightLimits;

/** A trained network with its description. */
public record TrainedModel(Manifest manifest, Weights weights) {

    private static final String MANIFEST = "manifest.json";
    private static final String WEIGHTS = "weights.safetensors";

    /** A model's output for rows: logits and features. */
    public Inference.Result run(float[][] inputs, Processor processor, int threads, Progress progress) {
        var network = manifest.architecture().network();
        return Inference.run(network, weights, manifest.input().leads().size(), inputs, processor, threads, progress);
    }

    /** Whether all logits are finite. Numbers that are too large become infinite inside a network. */
    public static boolean isAnswer(float[] logits) {
        for (var logit : logits) {
            if (!Float.isFinite(logit)) {
                return false;
            }
        }
        return true;
    }

    /** The number of the most likely class; the logits must be finite. */
    public static int likeliest(float[] logits) {
        if (logits.length == 1) {
            return logits[0] >= 0 ? 1 : 0;
        }
        var best = 0;
        for (var i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    /** The probabilities of the classes that logits stand for: a single logit stands for the second of two classes. */
    public static double[] probabilities(float[] logits) {
        if (logits.length == 1) {
            var positive = 1 / (1 + Math.exp(-logits[0]));
            return new double[] {1 - positive, positive};
        }
        var largest = Double.NEGATIVE_INFINITY;
        for (var logit : logits) {
            largest = Math.max(largest, logit);
        }
        var sum = 0.0;
        var probabilities = new double[logits.length];
        for (var i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i] - largest);
            sum += probabilities[i];
        }
        for (var i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** Writes the model completely or not at all: an incomplete file is never read as a model. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, this::write);
    }

    private void write(OutputStream out) throws IOException {
        // Numbers hardly shrink: they are stored uncompressed, and other programs can read them without unpacking.
        var checksum = new CRC32();
        var size = new long[1];
        Safetensors.write(weights.tensors(), new OutputStream() {
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
            var weightsEntry = entry(WEIGHTS);
            weightsEntry.setMethod(ZipEntry.STORED);
            weightsEntry.setSize(size[0]);
            weightsEntry.setCompressedSize(size[0]);
            weightsEntry.setCrc(checksum.getValue());
            zip.putNextEntry(weightsEntry);
            Safetensors.write(weights.tensors(), zip);
            zip.closeEntry();
        }
    }

    /** An entry with the earliest time a zip knows, so that the same model gives the same bytes. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    /** Reads a model and checks that its numbers are those of its network. */
    public static TrainedModel read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var limits = WeightLimits.of(file);
            var manifest = Manifest.ofJson(new String(manifest(zip, file, limits), StandardCharsets.UTF_8));
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

    private static ZipEntry entry(ZipFile zip, String name, Path file) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelException("\"" + file + "\" is not a model of ECG Distill: it lacks " + name + ".");
        }
        return entry;
    }
}
