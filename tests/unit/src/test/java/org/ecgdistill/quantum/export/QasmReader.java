package org.ecgdistill.quantum.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;

/**
 * Reads the part of OpenQASM 2 and 3 that circuits of ours and the reference files are written in, and refuses everything
 * else. All angles become numbers.
 */
final class QasmReader {

    private static final Pattern QUBIT = Pattern.compile("q\\[(\\d+)]");

    private final boolean version3;
    private final double[] features;
    private final List<String> inputs = new ArrayList<>();
    private int qubits;
    private int bits;
    private Circuit.Builder circuit;
    private boolean[] measured;

    private QasmReader(boolean version3, double[] features) {
        this.version3 = version3;
        this.features = features;
    }

    /** @param features values of the program's inputs x_0, x_1, … */
    static Circuit read(String text, double[] features) {
        if (!text.endsWith(";\n")) {
            throw new IllegalArgumentException("the last statement has no end");
        }
        var statements = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        var version = statements.get(0);
        if (!version.equals("OPENQASM 2.0") && !version.equals("OPENQASM 3.0")) {
            throw new IllegalArgumentException("not OpenQASM: " + version);
        }
        var reader = new QasmReader(version.endsWith("3.0"), features);
        var library = reader.version3 ? "include \"stdgates.inc\"" : "include \"qelib1.inc\"";
        if (!statements.get(1).equals(library)) {
            throw new IllegalArgumentException("gates come from nowhere: " + statements.get(1));
        }
        statements.subList(2, statements.size()).forEach(reader::statement);
        for (var done : reader.measured) {
            if (!done) {
                throw new IllegalArgumentException("a qubit is not measured");
            }
        }
        return reader.circuit.build();
    }

    private void statement(String text) {
        if (version3 && text.matches("input float\\[64] x_\\d+")) {
            inputs.add(text.substring(text.lastIndexOf(' ') + 1));
        } else if (text.matches(version3 ? "bit\\[\\d+] c" : "creg c\\[\\d+]")) {
            bits = Integer.parseInt(text.replaceAll("\\D", ""));
        } else if (text.matches(version3 ? "qubit\\[\\d+] q" : "qreg q\\[\\d+]")) {
            qubits = Integer.parseInt(text.replaceAll("\\D", ""));
            circuit = Circuit.of(qubits, 0, 0);
            measured = new boolean[qubits];
        } else if (version3 ? text.equals("c = measure q") : text.startsWith("measure ")) {
            measure(text);
        } else {
            gate(text);
        }
    }

    private void measure(String text) {
        if (bits != qubits) {
            throw new IllegalArgumentException(bits + " bits for " + qubits + " qubits");
        }
        if (version3) {
            Arrays.fill(measured, true);
        } else {
            var match = Pattern.compile("measure q\\[(\\d+)] -> c\\[(\\d+)]").matcher(text);
            if (!match.matches() || !match.group(1).equals(match.group(2))) {
                throw new IllegalArgumentException("an odd measurement: " + text);
            }
            measured[Integer.parseInt(match.group(1))] = true;
        }
    }

    private void gate(String text) {
        var match = Pattern.compile("((?:inv @ )?[a-z0-9]+)(\\((.*)\\))? (q\\[\\d+](?:, ?q\\[\\d+])?)")
                .matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a gate: " + text);
        }
        var operands = QUBIT.matcher(match.group(4))
                .results()
                .mapToInt(result -> Integer.parseInt(result.group(1)))
                .toArray();
        var angle = match.group(3) == null
                ? null
                : new Angle.Constant(new QasmExpression(match.group(3), inputs, features).value());
        switch (match.group(1)) {
            case "h" -> circuit.hadamard(operands[0]);
            case "cx" -> circuit.controlledX(operands[0], operands[1]);
            case "rx" -> circuit.rotationX(operands[0], angle);
            case "ry" -> circuit.rotationY(operands[0], angle);
            case "rz" -> circuit.rotationZ(operands[0], angle);
            case "p", "u1" -> circuit.phase(operands[0], angle);
            // √X is RX(π/2) but for a phase of the whole state.
            case "sx" -> circuit.rotationX(operands[0], new Angle.Constant(Math.PI / 2));
            case "sxdg", "inv @ sx" -> circuit.rotationX(operands[0], new Angle.Constant(-Math.PI / 2));
            default -> throw new IllegalArgumentException("an unknown gate: " + text);
        }
    }
}
