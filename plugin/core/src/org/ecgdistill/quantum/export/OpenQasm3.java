package org.ecgdistill.quantum.export;

import java.util.Locale;
import java.util.function.Function;
import org.ecgdistill.quantum.AmplitudePreparation;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.GateKind;
import org.ecgdistill.quantum.Preparation;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.simulator.Inputs;

/** A circuit in OpenQASM 3 (Cross et al., ACM Trans. Quantum Comput. 3, 2022). */
public final class OpenQasm3 {

    private OpenQasm3() {}

    /** The trained circuit for any row: the features are inputs of the program. */
    public static String text(Circuit circuit, double[] parameters) {
        if (circuit.preparation() == Preparation.AMPLITUDES) {
            throw new QuantumException(
                    "Amplitude encoding has other gates for every row, so it cannot be written for all"
                            + " rows at once: choose one row.");
        }
        Inputs.require(circuit, new double[circuit.features()], 1, parameters);
        var inputs = new StringBuilder();
        for (var feature = 0; feature < circuit.features(); feature++) {
            inputs.append("input float[64] x_" + feature + ";\n");
        }
        return write(circuit, inputs.toString(), angle -> AngleText.formula(angle, parameters));
    }

    /** The trained circuit for one row. */
    public static String text(Circuit circuit, double[] features, double[] parameters) {
        Inputs.require(circuit, features, 1, parameters);
        return write(
                AmplitudePreparation.asGates(circuit, features, 0),
                "",
                angle -> AngleText.number(angle.value(features, 0, parameters)));
    }

    private static String write(Circuit circuit, String inputs, Function<Angle, String> angles) {
        var text = new StringBuilder("OPENQASM 3.0;\ninclude \"stdgates.inc\";\n").append(inputs);
        text.append("bit[" + circuit.qubits() + "] c;\nqubit[" + circuit.qubits() + "] q;\n");
        for (var gate : circuit.gates()) {
            text.append(line(gate, angles));
        }
        return text.append("c = measure q;\n").toString();
    }

    private static String line(Gate gate, Function<Angle, String> angles) {
        var name = gate.kind().symbol().toLowerCase(Locale.ROOT);
        if (gate.kind() == GateKind.CONTROLLED_X) {
            return name + " q[" + gate.control() + "], q[" + gate.target() + "];\n";
        }
        var angle = gate.angle() == null ? "" : "(" + angles.apply(gate.angle()) + ")";
        return name + angle + " q[" + gate.target() + "];\n";
    }
}
