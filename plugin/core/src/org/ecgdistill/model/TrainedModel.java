package org.ecgdistill.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Safetensors;

/** A trained network with its description. */
public record TrainedModel(Manifest manifest, Weights weights) implements EcgModel {

    /** A probability of exactly 0 or 1 would be an infinite logit; this is the highest confidence allowed. */
    private static final double SUREST = 1e-7;

    @Override
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
        return probabilities(logits, false);
    }

    /**
     * @param hasSeveralLabels whether several classes may apply at once, so that each has a probability of its own
     */
    public static double[] probabilities(float[] logits, boolean hasSeveralLabels) {
        if (hasSeveralLabels && logits.length > 1) {
            return IntStream.range(0, logits.length)
                    .mapToDouble(i -> 1 / (1 + Math.exp(-logits[i])))
                    .toArray();
        }
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

    /**
     * The logits of which probabilities result; those of certain classes are bounded.
     *
     * @param hasSeveralLabels whether each class has a probability of its own; a single one always has
     */
    public static float[] logits(float[] probabilities, boolean hasSeveralLabels) {
        var logits = new float[probabilities.length];
        for (var i = 0; i < logits.length; i++) {
            var bounded = Math.min(1 - SUREST, Math.max(SUREST, probabilities[i]));
            var isAlone = logits.length == 1 || hasSeveralLabels;
            logits[i] = (float) (Math.log(bounded) - (isAlone ? Math.log1p(-bounded) : 0));
        }
        return logits;
    }

    @Override
    public void write(Path file) throws IOException {
        ModelFile.write(file, manifest, ModelFile.WEIGHTS, out -> Safetensors.write(weights.tensors(), out));
    }
}
