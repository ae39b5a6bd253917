package org.ecgdistill.quantum.density;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Backend;

/** Runs circuits with noise. */
public record DensityMatrixBackend(NoiseModel noise) implements Backend {

    @Override
    public String name() {
        return "density matrix";
    }

    @Override
    public DensityMatrixSimulator open(Circuit circuit) {
        return new DensityMatrixSimulator(circuit, noise);
    }
}
