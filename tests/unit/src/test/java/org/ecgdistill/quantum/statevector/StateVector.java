package org.ecgdistill.quantum.statevector;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Inputs;

/**
 * The amplitudes of all basis states, including the phase of the whole state, which no measurement shows.
 *
 * @param re real parts
 * @param im imaginary parts
 */
public record StateVector(double[] re, double[] im) {

    /** The state after a circuit for one row of features. */
    public static StateVector of(Circuit circuit, double[] features, double[] parameters) {
        Inputs.require(circuit, features, 1, parameters);
        var block = new LaneBlock<>(circuit, LayerScheduler.forAmplitudes(circuit), new DoubleKernels(), 1);
        block.prepare(parameters);
        block.forward(features, 0, circuit.features(), 1);
        var state = new StateVector(new double[circuit.dimension()], new double[circuit.dimension()]);
        block.readout().amplitudes(state.re, state.im);
        return state;
    }
}
