package org.ecgdistill.quantum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ecgdistill.testing.Shared;

/** One reference file: a circuit gate by gate, with the state, ⟨Z⟩ and gradients that another program computed for it. */
public record QuantumFixture(String name, Circuit circuit, double[] features, double[] parameters, JsonNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every reference file there is. */
    public static List<QuantumFixture> all() {
        return Shared.files(Shared.fixtures("quantum"), "", ".json").stream()
                .map(QuantumFixture::read)
                .toList();
    }

    public static QuantumFixture read(Path file) {
        try {
            var json = MAPPER.readTree(file.toFile());
            var features = numbers(json.get(json.has("x_features") ? "x_features" : "x"));
            var parameters = numbers(json.get("theta"));
            var qubits = json.get("n_qubits").intValue();
            var builder = Circuit.of(qubits, features.length, parameters.length);
            json.get("ops").forEach(op -> append(op, builder));
            var circuit = builder.build();
            if (json.has("initial_state_re")) {
                circuit = new Circuit(
                        qubits, features.length, parameters.length, Preparation.AMPLITUDES, circuit.gates());
            }
            return new QuantumFixture(json.get("name").textValue(), circuit, features, parameters, json);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void append(JsonNode op, Circuit.Builder circuit) {
        var qubit = op.get("qubits").get(0).intValue();
        var gate = op.get("gate").textValue();
        switch (gate) {
            case "h" -> circuit.hadamard(qubit);
            case "cx" -> circuit.controlledX(qubit, op.get("qubits").get(1).intValue());
            // √X is RX(π/2) but for a phase of the whole state, and occurs only together with its inverse.
            case "sx" -> circuit.rotationX(qubit, new Angle.Constant(Math.PI / 2));
            case "sxdg" -> circuit.rotationX(qubit, new Angle.Constant(-Math.PI / 2));
            case "p" -> circuit.phase(qubit, angle(op.get("angle")));
            case "rx" -> circuit.rotationX(qubit, angle(op.get("angle")));
            case "ry" -> circuit.rotationY(qubit, angle(op.get("angle")));
            case "rz" -> circuit.rotationZ(qubit, angle(op.get("angle")));
            default -> throw new IllegalArgumentException("a gate that the test does not know: " + gate);
        }
    }

    private static Angle angle(JsonNode json) {
        var factor = json.get("coef").doubleValue();
        if (json.get("type").textValue().equals("prod_pi_minus_x")) {
            return new Angle.FeatureProduct(
                    factor,
                    StreamSupport.stream(json.get("indices").spliterator(), false)
                            .map(JsonNode::intValue)
                            .toList());
        }
        if (json.get("const").doubleValue() != 0) {
            throw new IllegalArgumentException("an angle with a constant part: " + json);
        }
        var index = json.get("index").intValue();
        return json.get("source").textValue().equals("x")
                ? new Angle.Feature(factor, index)
                : new Angle.Parameter(factor, index);
    }

    public double[] array(String key) {
        return numbers(json.get(key));
    }

    /** A matrix, null if the file has none under that name. */
    public double[][] matrix(String key) {
        return matrix(json, key);
    }

    public static double[][] matrix(JsonNode json, String key) {
        var node = json.get(key);
        if (node == null || node.isNull()) {
            return null;
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(QuantumFixture::numbers)
                .toArray(double[][]::new);
    }

    public static double[] numbers(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
