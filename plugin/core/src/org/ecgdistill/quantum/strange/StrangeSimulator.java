package org.ecgdistill.quantum.strange;

import org.ecgdistill.common.Progress;
import org.ecgdistill.quantum.AmplitudePreparation;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.simulator.Inputs;
import org.ecgdistill.quantum.simulator.Simulator;
import org.redfx.strange.Program;
import org.redfx.strange.local.SimpleQuantumExecutionEnvironment;

/** One circuit, row by row, on Strange. */
public final class StrangeSimulator implements Simulator {

    private final Circuit circuit;
    private Progress progress = Progress.NONE;

    StrangeSimulator(Circuit circuit) {
        this.circuit = circuit;
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
        return Math.max(1, (1 << 10) / circuit.dimension());
    }

    @Override
    public void probabilities(double[] features, int rows, double[] parameters, double[] probabilities) {
        Inputs.require(circuit, features, rows, parameters);
        for (var row = 0; row < rows; row++) {
            var first = row * circuit.features();
            var prepared = AmplitudePreparation.asGates(circuit, features, first);
            var done = (double) row / rows;
            Runnable watch = () -> progress.report(done, "Running the circuit on Strange");
            run(
                    StrangeProgram.of(prepared, features, first, parameters, watch),
                    row * circuit.dimension(),
                    probabilities);
        }
    }

    /** Strange calls the complex amplitudes of a result its probabilities. */
    private static void run(Program program, int start, double[] probabilities) {
        var amplitudes =
                new SimpleQuantumExecutionEnvironment().runProgram(program).getProbability();
        for (var state = 0; state < amplitudes.length; state++) {
            probabilities[start + state] = (double) amplitudes[state].r * amplitudes[state].r
                    + (double) amplitudes[state].i * amplitudes[state].i;
        }
    }
}
