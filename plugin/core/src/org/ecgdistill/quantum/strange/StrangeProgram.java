package org.ecgdistill.quantum.strange;

import java.util.List;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;
import org.redfx.strange.Program;
import org.redfx.strange.Step;
import org.redfx.strange.gate.Cnot;
import org.redfx.strange.gate.Hadamard;
import org.redfx.strange.gate.Identity;
import org.redfx.strange.gate.R;
import org.redfx.strange.gate.RotationX;
import org.redfx.strange.gate.RotationY;

/**
 * Writes a circuit as a Strange program and works around the errors of version 0.1.3:
 *
 * <ul>
 * <li>{@code RotationZ} only changes the phase of the whole state, so {@code R} takes its place, which differs only by
 * such a phase.
 *   <li>A step that holds a CX gate between distant qubits loses gates on the qubits between them, so each CX gate has a
 *       step of its own; gates on single qubits share steps.
 *   <li>A program without steps cannot be run, so the first step holds an identity.
 * </ul>
 */
final class StrangeProgram {

    private final Program program;
    private final Runnable watch;
    private Step step;
    private int used;

    private StrangeProgram(int qubits, Runnable watch) {
        this.watch = watch;
        program = new Program(qubits, new Step(new Identity(0)));
    }

    /** @param watch is run whenever Strange comes to a step; what it throws ends the run */
    static Program of(Circuit circuit, double[] features, int row, double[] parameters, Runnable watch) {
        var writer = new StrangeProgram(circuit.qubits(), watch);
        for (var gate : circuit.gates()) {
            if (gate.kind().controlled()) {
                var alone = new WatchedStep(watch);
                alone.addGate(new Cnot(gate.control(), gate.target()));
                writer.program.addStep(alone);
                writer.step = null;
            } else {
                var angle = gate.angle() == null ? 0 : gate.angle().value(features, row, parameters);
                writer.add(gate, angle);
            }
        }
        return writer.program;
    }

    private void add(Gate gate, double angle) {
        if (step == null || (used & gate.qubits()) != 0) {
            step = new WatchedStep(watch);
            used = 0;
            program.addStep(step);
        }
        step.addGate(translate(gate, angle));
        used |= gate.qubits();
    }

    private static org.redfx.strange.Gate translate(Gate gate, double angle) {
        return switch (gate.kind()) {
            case HADAMARD -> new Hadamard(gate.target());
            case ROTATION_X -> new RotationX(angle, gate.target());
            case ROTATION_Y -> new RotationY(angle, gate.target());
            case ROTATION_Z, PHASE -> new R(angle, gate.target());
            case CONTROLLED_X -> new Cnot(gate.control(), gate.target());
        };
    }

    /** Strange cannot be stopped, but asks each step for its gates when its turn has come. */
    private static final class WatchedStep extends Step {
        private final Runnable watch;

        WatchedStep(Runnable watch) {
            this.watch = watch;
        }

        @Override
        public List<org.redfx.strange.Gate> getGates() {
            watch.run();
            return super.getGates();
        }
    }
}
