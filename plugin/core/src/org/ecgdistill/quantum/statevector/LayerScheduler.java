package org.ecgdistill.quantum.statevector;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;

/**
 * Sorts the gates of a circuit into as few layers as possible. A gate joins the earliest layer of its kind that no later
 * gate on the same qubits stands in the way of, which leaves the circuit's effect unchanged because gates on different
 * qubits commute.
 *
 * <p>Three translations help: RX(θ) = RZ(−π/2) RY(θ) RZ(π/2), so that rotations are real; RZ(θ) is P(θ) but for a phase of
 * the whole state; and phases between CX gates become phases of the parity of several qubits, so that a ladder of CX and P
 * is one multiplication.
 */
final class LayerScheduler {

    private final int qubits;
    private final List<LayerDraft> drafts = new ArrayList<>();

    private LayerScheduler(int qubits) {
        this.qubits = qubits;
    }

    /** The layers whose probabilities are the circuit's; phases that do not change the probabilities may be missing. */
    static List<Layer> forExpectations(Circuit circuit) {
        var drafts = schedule(circuit);
        drafts.forEach(LayerDraft::dropGlobalPhases);
        if (!drafts.isEmpty()) {
            drafts.get(drafts.size() - 1).dropPhases();
        }
        return layers(drafts);
    }

    /** The layers whose amplitudes are the circuit's, including the phase of the whole state. */
    static List<Layer> forAmplitudes(Circuit circuit) {
        return layers(schedule(circuit));
    }

    private static List<Layer> layers(List<LayerDraft> drafts) {
        return drafts.stream().flatMap(draft -> draft.layers().stream()).toList();
    }

    private static List<LayerDraft> schedule(Circuit circuit) {
        var scheduler = new LayerScheduler(circuit.qubits());
        circuit.gates().forEach(scheduler::place);
        return scheduler.drafts;
    }

    private void place(Gate gate) {
        var qubit = gate.target();
        switch (gate.kind()) {
            case HADAMARD -> draft(LayerDraft.Kind.HADAMARDS, gate.qubits()).hadamard(qubit);
            case ROTATION_X -> {
                phase(qubit, new Angle.Constant(Math.PI / 2));
                rotation(qubit, gate.angle());
                phase(qubit, new Angle.Constant(-Math.PI / 2));
            }
            case ROTATION_Y -> rotation(qubit, gate.angle());
            case ROTATION_Z -> {
                phase(qubit, gate.angle());
                draft(LayerDraft.Kind.PHASES, gate.qubits())
                        .globalPhase(gate.angle().times(-0.5));
            }
            case PHASE -> phase(qubit, gate.angle());
            case CONTROLLED_X -> draft(LayerDraft.Kind.PHASES, gate.qubits()).controlledX(gate.control(), qubit);
        }
    }

    private void phase(int qubit, Angle angle) {
        draft(LayerDraft.Kind.PHASES, 1 << qubit).phase(qubit, angle);
    }

    private void rotation(int qubit, Angle angle) {
        var kind = angle.dependsOnFeatures() ? LayerDraft.Kind.FEATURE_ROTATIONS : LayerDraft.Kind.ROTATIONS;
        draft(kind, 1 << qubit).rotation(qubit, angle);
    }

    /** The layer of a kind that a gate on these qubits joins. */
    private LayerDraft draft(LayerDraft.Kind kind, int gateQubits) {
        var last = drafts.size() - 1;
        while (last >= 0 && (drafts.get(last).qubits() & gateQubits) == 0) {
            last--;
        }
        var first = last;
        // Phases and CX gates go on in the layer that last touched their qubits; a qubit is rotated only once per
        // layer.
        if (last < 0 || kind != LayerDraft.Kind.PHASES || drafts.get(last).kind() != kind) {
            first++;
        }
        for (var i = first; i < drafts.size(); i++) {
            if (drafts.get(i).kind() == kind) {
                drafts.get(i).touch(gateQubits);
                return drafts.get(i);
            }
        }
        var draft = new LayerDraft(kind, qubits);
        draft.touch(gateQubits);
        drafts.add(draft);
        return draft;
    }
}
