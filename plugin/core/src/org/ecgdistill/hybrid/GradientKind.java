package org.ecgdistill.hybrid;

import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.gradient.FiniteDifferences;
import org.ecgdistill.quantum.gradient.GradientEstimator;
import org.ecgdistill.quantum.gradient.ParameterShift;
import org.ecgdistill.quantum.gradient.SimultaneousPerturbation;

/** The ways to a circuit's gradient by name. */
public enum GradientKind {
    /** Exact, by going back through the circuit, which only a simulator of pure states can do. */
    ADJOINT,
    PARAMETER_SHIFT,
    SPSA,
    FINITE_DIFFERENCES;

    /** Shots scatter by a few hundredths: steps must be larger than that. */
    private static final double STEP = 0.1;

    /** The exact gradient that suits a device best. */
    public static GradientKind suiting(QuantumDevice device) {
        return device.isReversible() ? ADJOINT : PARAMETER_SHIFT;
    }

    /** Throws if a device has no gradient of this kind. */
    public void require(QuantumDevice device) {
        if (this == ADJOINT && !device.isReversible()) {
            throw new QuantumException("The adjoint gradient needs an exact state vector, which shots, noise"
                    + " and Strange do not provide: choose parameter shift, or the state vector without shots.");
        }
    }

    /** An estimator for one thread; empty for the adjoint gradient, which shares the layer's simulators. */
    GradientEstimator open(Circuit circuit, QuantumDevice device) {
        return switch (this) {
            case ADJOINT -> throw new IllegalStateException(name());
            case PARAMETER_SHIFT -> new ParameterShift(device.backend(), circuit);
            case SPSA -> new SimultaneousPerturbation(device.backend(), circuit, STEP, 1, device.seed());
            case FINITE_DIFFERENCES ->
                device.shots() == 0 && device.kind() != QuantumDevice.Kind.STRANGE
                        ? new FiniteDifferences(device.backend(), circuit)
                        : new FiniteDifferences(device.backend(), circuit, STEP);
        };
    }
}
