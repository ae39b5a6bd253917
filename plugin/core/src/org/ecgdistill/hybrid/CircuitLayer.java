package org.ecgdistill.hybrid;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Detour;
import org.ecgdistill.nn.Mode;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.gradient.AdjointGradient;
import org.ecgdistill.quantum.gradient.Gradient;
import org.ecgdistill.quantum.gradient.GradientEstimator;
import org.ecgdistill.quantum.shots.ShotSimulator;
import org.ecgdistill.quantum.simulator.Batches;
import org.ecgdistill.quantum.simulator.Simulator;
import org.ecgdistill.quantum.statevector.StateVectorSimulator;

/**
 * A circuit as a layer of a network: angles and parameters in, ⟨Z⟩ of every qubit out, computed in double precision
 * outside of PyTorch. Any number of threads may use one layer; simulators are handed from one to the next.
 */
final class CircuitLayer {

    private final Circuit circuit;
    private final QuantumDevice device;
    private final GradientKind gradient;
    private final Queue<Simulator> simulators = new ConcurrentLinkedQueue<>();
    private final Queue<GradientEstimator> estimators = new ConcurrentLinkedQueue<>();

    CircuitLayer(Circuit circuit, QuantumDevice device, GradientKind gradient) {
        gradient.require(device);
        this.circuit = circuit;
        this.device = device;
        this.gradient = gradient;
    }

    Circuit circuit() {
        return circuit;
    }

    /**
     * @param angles (rows, features)
     * @param parameters of the circuit, whose type the result takes
     * @return (rows, qubits)
     */
    NDArray apply(NDArray angles, NDArray parameters, Mode mode, Detour detour) {
        var ofAngles = Detour.numbers(angles);
        var ofParameters = Detour.numbers(parameters);
        var rows = Math.toIntExact(angles.getShape().get(0));
        checkFinite(ofAngles);
        return detour.enter(
                expectations(ofAngles, rows, ofParameters, mode.progress()),
                rows,
                parameters.getDataType(),
                List.of(angles, parameters),
                upstream -> gradient(ofAngles, rows, ofParameters, upstream, mode.progress()));
    }

    /** The simulator's own message is about tables, but angles come from an encoder. */
    private static void checkFinite(double... angles) {
        for (var angle : angles) {
            if (!Double.isFinite(angle)) {
                throw new NetworkException("Training broke down: an angle of the circuit became " + angle
                        + ". Lower the learning rates, or check the signals for values that are far too large.");
            }
        }
    }

    private double[] expectations(double[] angles, int rows, double[] parameters, Progress progress) {
        var simulator = taken(simulators, () -> device.backend().open(circuit));
        if (simulator instanceof ShotSimulator shots) {
            // What a row's measurement gives must not depend on which thread measured what before.
            shots.restart(device.seed() + 31L * Arrays.hashCode(angles) + Arrays.hashCode(parameters));
        }
        var expectations = Batches.expectations(simulator, angles, rows, parameters, progress);
        simulators.add(simulator);
        return expectations;
    }

    /** dL/d(angles) and dL/d(parameters). */
    private double[][] gradient(double[] angles, int rows, double[] parameters, double[] upstream, Progress progress) {
        Gradient estimate;
        if (gradient == GradientKind.ADJOINT) {
            var simulator = taken(simulators, () -> device.backend().open(circuit));
            estimate = new AdjointGradient((StateVectorSimulator) simulator)
                    .estimate(angles, rows, parameters, upstream, progress);
            simulators.add(simulator);
        } else {
            var estimator = taken(estimators, () -> gradient.open(circuit, device));
            estimate = estimator.estimate(angles, rows, parameters, upstream, progress);
            estimators.add(estimator);
        }
        return new double[][] {estimate.features(), estimate.parameters()};
    }

    private static <T> T taken(Queue<T> free, Supplier<T> fresh) {
        var taken = free.poll();
        return taken == null ? fresh.get() : taken;
    }
}
