package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Slot;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;

/**
 * What a network has computed up to a layer in its middle.
 *
 * @param slots of the network
 * @param half from arrays and input to (rows, numbers)
 */
record Intermediate(List<Slot> slots, BiFunction<Map<String, NDArray>, NDArray, NDArray> half) implements Network {

    /** The numbers of each row. */
    float[][] of(Weights weights, Examples rows) {
        return Inference.run(this, weights.of(this), rows.leads(), rows.signals(), Progress.NONE)
                .features();
    }

    @Override
    public Pass forward(Map<String, NDArray> arrays, NDArray input, Mode mode) {
        var numbers = half.apply(arrays, input);
        return new Pass(numbers, numbers);
    }

    @Override
    public long multiplyAccumulates(int samples) {
        return 0;
    }
}
