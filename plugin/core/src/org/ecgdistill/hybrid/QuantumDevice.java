package org.ecgdistill.hybrid;

import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.density.DensityMatrixBackend;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.shots.ShotBackend;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.strange.StrangeBackend;

/**
 * The device that a circuit runs on.
 *
 * @param noise of the device; only {@link Kind#DENSITY_MATRIX} simulates it
 * @param shots how often each row is measured; 0 for exact expectation values
 * @param seed of the measurements
 */
public record QuantumDevice(Kind kind, NoiseModel noise, int shots, long seed) {

    /** The simulators. */
    public enum Kind {
        STATE_VECTOR,
        STATE_VECTOR_SINGLE,
        DENSITY_MATRIX,
        STRANGE
    }

    /** Exact, without noise, in double precision. */
    public static final QuantumDevice EXACT = new QuantumDevice(Kind.STATE_VECTOR, NoiseModel.NONE, 0, 0);

    public QuantumDevice {
        if (shots < 0) {
            throw new QuantumException("A circuit cannot be measured " + shots
                    + " times: choose at least 1 shot, for example 5000, or 0 for exact values.");
        }
        if (kind != Kind.DENSITY_MATRIX && !noise.equals(NoiseModel.NONE)) {
            throw new QuantumException(
                    "Noise can only be simulated with a density matrix: choose that simulator, or no noise.");
        }
    }

    /** Whether values are exact and have an exact gradient that a simulator can go back through. */
    public boolean isReversible() {
        return shots == 0 && (kind == Kind.STATE_VECTOR || kind == Kind.STATE_VECTOR_SINGLE);
    }

    public Backend backend() {
        return shots == 0 ? exact() : new ShotBackend(exact(), shots, seed);
    }

    private Backend exact() {
        return switch (kind) {
            case STATE_VECTOR -> new StateVectorBackend(Precision.DOUBLE);
            case STATE_VECTOR_SINGLE -> new StateVectorBackend(Precision.FLOAT);
            case DENSITY_MATRIX -> new DensityMatrixBackend(noise);
            case STRANGE -> new StrangeBackend();
        };
    }
}
