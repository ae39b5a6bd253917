package org.ecgdistill.quantum.density;

import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.AmplitudePreparation;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.simulator.Inputs;
import org.ecgdistill.quantum.simulator.Simulator;

/** One circuit with noise, row by row. Amplitude encoding itself is taken to be free of noise. */
public final class DensityMatrixSimulator implements Simulator {

    static final int MAXIMUM_QUBITS = 10;

    /** From this number on a row takes so long that it must be possible to stop it half-way. */
    private static final int SLOW_QUBITS = 8;

    private final Circuit circuit;
    private final NoiseModel noise;
    private final PauliState state;
    private Progress progress = Progress.NONE;

    DensityMatrixSimulator(Circuit circuit, NoiseModel noise) {
        if (circuit.qubits() > MAXIMUM_QUBITS) {
            throw new QuantumException("Noise on " + circuit.qubits() + " qubits takes " + circuit.dimension()
                    + "² numbers" + " and too much time: choose at most " + MAXIMUM_QUBITS + " qubits, or no noise.");
        }
        this.circuit = circuit;
        this.noise = noise;
        this.state = new PauliState(circuit.qubits());
    }

    @Override
    public Circuit circuit() {
        return circuit;
    }

    @Override
    public void reportTo(Progress other) {
        progress = other;
    }

    @Override
    public int rowsPerPiece() {
        return Math.max(1, (1 << 18) / circuit.dimension() / circuit.dimension());
    }

    @Override
    public void expectations(double[] features, int rows, double[] parameters, double[] expectations) {
        Inputs.require(circuit, features, rows, parameters);
        for (var row = 0; row < rows; row++) {
            run(features, row, parameters);
            misread();
            for (var qubit = 0; qubit < circuit.qubits(); qubit++) {
                expectations[row * circuit.qubits() + qubit] = state.expectation(qubit);
            }
        }
    }

    @Override
    public void probabilities(double[] features, int rows, double[] parameters, double[] probabilities) {
        Inputs.require(circuit, features, rows, parameters);
        for (var row = 0; row < rows; row++) {
            run(features, row, parameters);
            misread();
            state.probabilities(probabilities, row * circuit.dimension());
        }
    }

    /** The state before it is read. */
    PauliState run(double[] features, int row, double[] parameters) {
        state.reset();
        var first = row * circuit.features();
        var prepared = AmplitudePreparation.asGates(circuit, features, first);
        var preparing = prepared.gates().size() - circuit.gates().size();
        for (var i = 0; i < prepared.gates().size(); i++) {
            if (circuit.qubits() >= SLOW_QUBITS) {
                progress.report((double) i / prepared.gates().size(), "Gate by gate");
            }
            var gate = prepared.gates().get(i);
            var angle = gate.angle() == null ? 0 : gate.angle().value(features, first, parameters);
            state.apply(gate, angle);
            if (i >= preparing) {
                state.shrink(gate, 1 - depolarizing(gate.kind().controlled()));
                damp(gate.target());
                if (gate.kind().controlled()) {
                    damp(gate.control());
                }
            }
        }
        return state;
    }

    private double depolarizing(boolean twoQubits) {
        return twoQubits ? noise.depolarizingTwoQubits() : noise.depolarizingOneQubit();
    }

    private void damp(int qubit) {
        var decay = noise.amplitudeDamping();
        state.squeeze(qubit, Math.sqrt((1 - decay) * (1 - noise.phaseDamping())), 1 - decay, decay);
    }

    /** z' = (1 − e₀₁ − e₁₀) z + (e₁₀ − e₀₁), with e₀₁ for reading 1 where the qubit is 0. */
    private void misread() {
        var oneForZero = noise.readOneForZero();
        var zeroForOne = noise.readZeroForOne();
        for (var qubit = 0; qubit < circuit.qubits(); qubit++) {
            state.squeeze(qubit, 1, 1 - oneForZero - zeroForOne, zeroForOne - oneForZero);
        }
    }
}
