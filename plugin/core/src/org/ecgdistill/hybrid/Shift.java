package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Slot.Start;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;

/**
 * What an autoencoder's latent numbers are shifted and divided by before a head reads them. An autoencoder puts them
 * anywhere; the rows that it has learnt from show where. No gradient changes this.
 *
 * @param centre that becomes 0
 * @param spread that becomes 1
 */
record Shift(float[] centre, float[] spread) {

    private static final String CENTRE = "shift.centre";
    private static final String SPREAD = "shift.spread";

    /** A smaller spread counts as no spread. */
    private static final float SMALL = 1e-6f;

    static List<Slot> slots(int latent) {
        return List.of(Slot.of(CENTRE, Start.RUNNING_ZERO, latent), Slot.of(SPREAD, Start.RUNNING_ONE, latent));
    }

    static NDArray apply(Map<String, NDArray> arrays, NDArray latent) {
        return latent.sub(arrays.get(CENTRE)).div(arrays.get(SPREAD));
    }

    /** To mean 0 and standard deviation 1. */
    static Shift toStandard(float[]... latents) {
        var width = latents[0].length;
        var shift = new Shift(new float[width], new float[width]);
        for (var i = 0; i < width; i++) {
            var mean = 0.0;
            var square = 0.0;
            for (var row : latents) {
                mean += row[i] / latents.length;
            }
            for (var row : latents) {
                square += (row[i] - mean) * (row[i] - mean) / latents.length;
            }
            shift.set(i, (float) mean, (float) Math.sqrt(square));
        }
        return shift;
    }

    /** The smallest to 0 and the largest to 1. */
    static Shift toRange(float[]... latents) {
        var width = latents[0].length;
        var shift = new Shift(new float[width], new float[width]);
        for (var i = 0; i < width; i++) {
            var low = latents[0][i];
            var high = low;
            for (var row : latents) {
                low = Math.min(low, row[i]);
                high = Math.max(high, row[i]);
            }
            shift.set(i, low, high - low);
        }
        return shift;
    }

    Weights weights() {
        var shape = new long[] {centre.length};
        return new Weights(Map.of(CENTRE, new Tensor(centre, shape), SPREAD, new Tensor(spread, shape)));
    }

    private void set(int index, float from, float by) {
        centre[index] = from;
        spread[index] = by < SMALL ? 1 : by;
    }
}
