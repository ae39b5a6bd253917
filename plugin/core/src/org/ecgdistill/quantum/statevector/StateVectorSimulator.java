package org.ecgdistill.quantum.statevector;

import java.util.Arrays;
import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.simulator.Inputs;
import org.ecgdistill.quantum.simulator.Simulator;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;

/** Exact expectation values and adjoint gradients of one circuit, for one thread. See the package. */
public final class StateVectorSimulator implements Simulator {

    private final Circuit circuit;
    private final LaneBlock<?> block;
    private final int lanes;

    /** What {@link #expectations} was last called with. */
    private double[] features = {};

    private int rows;
    private Progress progress = Progress.NONE;

    /** Rows since the last report. */
    private int silent;

    public StateVectorSimulator(Circuit circuit, Precision precision) {
        this(circuit, precision, LaneBlock.lanes(circuit, LayerScheduler.forExpectations(circuit)));
    }

    /** @param lanes how many rows are worked on side by side; it changes the speed, not the result */
    StateVectorSimulator(Circuit circuit, Precision precision, int lanes) {
        this.circuit = circuit;
        this.lanes = lanes;
        var layers = LayerScheduler.forExpectations(circuit);
        this.block = precision == Precision.DOUBLE
                ? new LaneBlock<>(circuit, layers, new DoubleKernels(), lanes)
                : new LaneBlock<>(circuit, layers, new FloatKernels(), lanes);
    }

    @Override
    public Circuit circuit() {
        return circuit;
    }

    /** How many rows are worked on side by side; up to this many in one call, nothing is computed twice. */
    public int rowsSideBySide() {
        return lanes;
    }

    @Override
    public void reportTo(Progress other) {
        progress = other;
    }

    @Override
    public int rowsPerPiece() {
        return Math.max(lanes, (1 << 18) / circuit.dimension());
    }

    @Override
    public void expectations(double[] newFeatures, int newRows, double[] newParameters, double[] into) {
        load(newFeatures, newRows, newParameters);
        for (var first = 0; first < rows; first += lanes) {
            report(first);
            forward(first);
            block.readout().expectations(into, first, count(first));
        }
    }

    @Override
    public void probabilities(double[] newFeatures, int newRows, double[] newParameters, double[] into) {
        load(newFeatures, newRows, newParameters);
        for (var first = 0; first < rows; first += lanes) {
            report(first);
            forward(first);
            block.readout().probabilities(into, first, count(first));
        }
    }

    /**
     * The vector–Jacobian product of the rows and parameters that {@link #expectations} was last called with.
     *
     * @param upstream dL/d⟨Z⟩, rows × qubits
     * @param featureGradient receives dL/dx, rows × features; null if it is not needed, which saves time
     * @param parameterGradient receives dL/dθ, summed over the rows; null if it is not needed
     */
    public void backward(double[] upstream, double[] featureGradient, double[] parameterGradient) {
        if (upstream.length < rows * circuit.qubits()) {
            throw new QuantumException(
                    "The gradient of " + rows + " rows on " + circuit.qubits() + " qubits starts from "
                            + rows * circuit.qubits() + " numbers, but " + upstream.length
                            + " are given: give one for each expectation value.");
        }
        block.clearGradient();
        for (var first = 0; first < rows; first += lanes) {
            report(first);
            if (rows > lanes) {
                // Amplitudes of one block are kept; computing the others again is faster than keeping them in slow
                // memory.
                forward(first);
            }
            var count = count(first);
            block.backward(upstream, first, count, featureGradient != null, parameterGradient != null);
            if (featureGradient != null) {
                block.storeFeatureGradient(featureGradient, first, circuit.features(), count);
            }
        }
        if (parameterGradient != null) {
            Arrays.fill(parameterGradient, 0);
            block.addGradient(parameterGradient);
        }
    }

    private void load(double[] newFeatures, int newRows, double[] newParameters) {
        Inputs.require(circuit, newFeatures, newRows, newParameters);
        var length = newRows * circuit.features();
        if (features.length < length) {
            features = new double[length];
        }
        System.arraycopy(newFeatures, 0, features, 0, length);
        rows = newRows;
        block.prepare(newParameters);
    }

    /** Called before each block of rows; reports only now and then, because a block may take no time. */
    private void report(int first) {
        silent += lanes;
        if (silent > rowsPerPiece()) {
            silent = 0;
            progress.report((double) first / rows, "Running the circuit, row " + first + " of " + rows);
        }
    }

    private void forward(int first) {
        block.forward(features, first, circuit.features(), count(first));
    }

    private int count(int first) {
        return Math.min(lanes, rows - first);
    }
}
