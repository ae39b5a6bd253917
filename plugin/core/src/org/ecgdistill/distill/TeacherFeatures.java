package org.ecgdistill.distill;

import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * A teacher's activations before its last layer, and these layers.
 *
 * @param column where they stand, for messages
 * @param parts by model, row and feature, as in {@link Teacher}
 * @param finalLayers of each model: for each logit the weights of the features, followed by the constant
 */
public record TeacherFeatures(String column, List<float[][]> parts, List<float[][]> finalLayers) {

    public TeacherFeatures {
        parts = List.copyOf(parts);
        finalLayers = List.copyOf(finalLayers);
        if (parts.isEmpty() || parts.size() != finalLayers.size()) {
            throw new DistillationException("The features \"" + column
                    + "\" and the final layers that belong to them differ in number. Run the teacher's learner"
                    + " again.");
        }
    }

    /** How many features there are. */
    public int width() {
        return finalLayers.get(0)[0].length - 1;
    }

    /** The student's weights with a model's final layer in the place of their own. */
    static Weights withFinalLayer(Weights student, float[][] layer) {
        var width = layer[0].length - 1;
        var weight = new float[layer.length * width];
        var bias = new float[layer.length];
        for (var logit = 0; logit < layer.length; logit++) {
            System.arraycopy(layer[logit], 0, weight, logit * width, width);
            bias[logit] = layer[logit][width];
        }
        return student.with(new Weights(Map.of(
                "dense.weight",
                new Tensor(weight, new long[] {layer.length, width}),
                "dense.bias",
                new Tensor(bias, new long[] {layer.length}))));
    }
}
