package org.ecgdistill.hybrid;

import java.util.List;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;

/** A network with circuits that can be shown. */
public interface CircuitNetwork extends Network {

    /**
     * Its circuits.
     *
     * @param weights that it has learnt
     * @param rows whose angles are returned; a few
     */
    List<TrainedCircuit> circuits(Weights weights, Examples rows);

    /** An array of the weights in double precision. */
    static double[] numbers(Weights weights, String name) {
        return numbers(weights.tensors().get(name).values());
    }

    /** Rows one after the other in double precision. */
    static double[] numbers(float[]... rows) {
        var width = rows[0].length;
        var numbers = new double[rows.length * width];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = rows[i / width][i % width];
        }
        return numbers;
    }
}
