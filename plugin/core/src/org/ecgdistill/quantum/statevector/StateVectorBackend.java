package org.ecgdistill.quantum.statevector;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Backend;

/** The fast exact simulator. */
public record StateVectorBackend(Precision precision) implements Backend {

    /** The numbers that amplitudes are made of. */
    public enum Precision {
        /** About 15 digits. */
        DOUBLE,
        /** About 6 digits, in two thirds of the time. */
        FLOAT
    }

    @Override
    public String name() {
        return precision == Precision.DOUBLE ? "state vector" : "state vector (single precision)";
    }

    @Override
    public StateVectorSimulator open(Circuit circuit) {
        return new StateVectorSimulator(circuit, precision);
    }
}
