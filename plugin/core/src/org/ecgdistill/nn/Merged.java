package org.ecgdistill.nn;

import java.util.LinkedHashMap;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * Puts each batch normalisation into the convolution before it. After training, the statistics are fixed and the
 * normalisation only scales and shifts each channel, which the convolution can do without another pass over memory.
 */
final class Merged {

    private static final String NORM = ".norm.";
    private static final String MEAN = NORM + "running_mean";
    private static final String VARIANCE = NORM + "running_var";
    private static final String SCALE = NORM + "weight";

    /** The constant of a merged convolution is stored in the place of the normalisation's. */
    private static final String SHIFT = NORM + "bias";

    private Merged() {}

    /** The numbers of {@link Blocks}' convolutions without their normalisations; all others as they are. */
    static Weights of(Weights weights) {
        var given = weights.tensors();
        var merged = new LinkedHashMap<>(given);
        for (var name : given.keySet()) {
            if (!name.endsWith(MEAN)) {
                continue;
            }
            var layer = name.substring(0, name.length() - MEAN.length());
            var kernel = given.get(layer + ".weight");
            var mean = given.get(name).values();
            var variance = given.get(layer + VARIANCE).values();
            var scale = given.get(layer + SCALE).values();
            var shift = given.get(layer + SHIFT).values();
            var values = new float[kernel.values().length];
            var constant = new float[mean.length];
            var size = values.length / mean.length;
            for (var channel = 0; channel < mean.length; channel++) {
                var factor = scale[channel] / Math.sqrt(variance[channel] + Layers.EPSILON);
                for (var i = channel * size; i < (channel + 1) * size; i++) {
                    values[i] = (float) (kernel.values()[i] * factor);
                }
                constant[channel] = (float) (shift[channel] - mean[channel] * factor);
            }
            merged.put(layer + ".weight", new Tensor(values, kernel.shape()));
            merged.put(layer + SHIFT, new Tensor(constant, new long[] {constant.length}));
            merged.remove(name);
            merged.remove(layer + VARIANCE);
            merged.remove(layer + SCALE);
        }
        return new Weights(merged);
    }
}
