package org.ecgdistill.nn.founder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.checkpoint.Checkpoint;
import org.ecgdistill.nn.checkpoint.KnownCheckpoints;
import org.ecgdistill.nn.checkpoint.PthFile;
import org.ecgdistill.nn.checkpoint.Safetensors;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.checkpoint.WeightLimits;

/**
 * Weights of a network of ECGFounder's kind, of any size.
 *
 * @param tensors by their names
 * @param warning what the analyst should know about the file
 */
public record FounderCheckpoint(Map<String, Tensor> tensors, Optional<String> warning) {

    private static final String FIRST = "first_conv.conv.weight";

    /** Reads a .pth file as released, or a .safetensors file with the same names. */
    public static FounderCheckpoint read(Path file, Progress progress) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
            return new FounderCheckpoint(safetensors(file, progress), Optional.empty());
        }
        Checkpoint checkpoint = PthFile.read(file, progress);
        return new FounderCheckpoint(
                checkpoint.tensors(),
                KnownCheckpoints.warning(file.getFileName().toString(), checkpoint));
    }

    private static Map<String, Tensor> safetensors(Path file, Progress progress) {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return Safetensors.read(in, WeightLimits.of(file), progress);
        } catch (IOException ex) {
            throw new NetworkException("\"" + file + "\" could not be read: " + ex.getMessage() + ".", ex);
        }
    }

    /**
     * The size of the network that these weights belong to. Batch normalisation is assumed not to be in use, as in the
     * released files, which hold its arrays nevertheless.
     *
     * @param leads of the recordings, which must be those of the weights
     */
    public Net1d.Form form(int leads, int classes) {
        var first = lengths(FIRST, 3);
        if (first[1] != leads) {
            throw new NetworkException("The weights are for recordings of " + first[1] + " lead(s), but these have "
                    + leads + ". Choose the file for " + leads + " lead(s), or other signal columns.");
        }
        var channels = new ArrayList<Integer>();
        var blocks = new ArrayList<Integer>();
        while (tensors.containsKey(middle(channels.size(), 0))) {
            var stage = channels.size();
            channels.add((int) lengths(middle(stage, 0), 3)[0]);
            var block = 1;
            while (tensors.containsKey(middle(stage, block))) {
                block++;
            }
            blocks.add(block);
        }
        if (channels.isEmpty()) {
            throw missing(middle(0, 0));
        }
        var groupWidth = (int) lengths(middle(0, 0), 3)[1];
        return Net1d.Form.founder(leads, classes)
                .withStem((int) first[0], (int) first[2])
                .withStages(channels, blocks, groupWidth);
    }

    private long[] lengths(String name, int axes) {
        var tensor = tensors.get(name);
        if (tensor == null) {
            throw missing(name);
        }
        if (tensor.shape().length != axes) {
            throw new NetworkException("In the file \"" + name + "\" has " + tensor.shape().length + " axes where "
                    + axes + " are expected: these are not ECGFounder's weights.");
        }
        return tensor.shape();
    }

    private static NetworkException missing(String name) {
        return new NetworkException(
                "The file lacks \"" + name + "\": these are not ECGFounder's weights. Choose a .pth file"
                        + " as ECGFounder's authors released it.");
    }

    private static String middle(int stage, int block) {
        return "stage_list." + stage + ".block_list." + block + ".conv2.conv.weight";
    }
}
