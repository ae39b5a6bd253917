package org.ecgdistill.quantum.export;

import org.ecgdistill.quantum.AmplitudePreparation;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.simulator.Inputs;

/** A circuit for one row of features in OpenQASM 2 (Cross, Bishop, Smolin and Gambetta, arXiv:1707.03429). */
public final class OpenQasm2 {

    private OpenQasm2() {}

    public static String text(Circuit circuit, double[] features, double[] parameters) {
        Inputs.require(circuit, features, 1, parameters);
        var qubits = circuit.qubits();
        var text = new StringBuilder("OPENQASM 2.0;\ninclude \"qelib1.inc\";\n");
        text.append("qreg q[" + qubits + "];\ncreg c[" + qubits + "];\n");
        for (var gate : AmplitudePreparation.asGates(circuit, features, 0).gates()) {
            text.append(line(gate, features, parameters));
        }
        for (var qubit = 0; qubit < qubits; qubit++) {
            text.append("measure q[" + qubit + "] -> c[" + qubit + "];\n");
        }
        return text.toString();
    }

    private static String line(Gate gate, double[] features, double[] parameters) {
        if (gate.kind().controlled()) {
            return "cx q[" + gate.control() + "],q[" + gate.target() + "];\n";
        }
        var angle =
                gate.angle() == null ? "" : "(" + AngleText.number(gate.angle().value(features, 0, parameters)) + ")";
        return name(gate) + angle + " q[" + gate.target() + "];\n";
    }

    private static String name(Gate gate) {
        return switch (gate.kind()) {
            case HADAMARD -> "h";
            case ROTATION_X -> "rx";
            case ROTATION_Y -> "ry";
            case ROTATION_Z -> "rz";
            // Every edition of qelib1.inc has u1; only newer ones also call it p.
            case PHASE -> "u1";
            case CONTROLLED_X -> "cx";
        };
    }
}
