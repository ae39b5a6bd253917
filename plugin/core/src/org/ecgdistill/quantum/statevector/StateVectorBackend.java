package org.ecgdistill.quantum.statevector;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Backend;

/** The fast exact simulator. */
public record StateVectorBackend(Precision precision) implements Backend {

    @Override
    public String name() {
        return precision == Precision.DOUBLE ? "state vector" : "state vector (single precision)";
    }

    @Override
    public StateVectorSimulator open(Circuit circuit) {
        return new StateVectorSimulator(circuit, precision);
    }
}
