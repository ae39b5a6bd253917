package org.ecgdistill.quantum.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.ecgdistill.quantum.AmplitudePreparation;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.DenseReference;
import org.ecgdistill.quantum.Gate;
import org.ecgdistill.quantum.QuantumException;
import org.ecgdistill.quantum.QuantumFixture;
import org.ecgdistill.quantum.design.CircuitDesign;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again by a reader that only knows the language. */
class OpenQasmTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void randomCircuitsSurvive(int qubits) {
        var random = new Random(qubits);
        for (var trial = 0; trial < 30; trial++) {
            var circuit = DenseReference.randomCircuit(qubits, 3, 4, 40, random);
            check(circuit, DenseReference.randomNumbers(3, 3, random), DenseReference.randomNumbers(4, 3, random));
        }
    }

    @Test
    void amplitudeEncodingIsWrittenAsGates() {
        var random = new Random(1);
        var circuit = new AmplitudeFeatureMap(3).circuit();
        var features = DenseReference.randomNumbers(8, 2, random);
        var read = QasmReader.read(OpenQasm2.text(circuit, features, new double[0]), new double[0]);
        assertArrayEquals(
                DenseReference.run(AmplitudePreparation.asGates(circuit, features, 0), features, new double[0])
                        .expectations(),
                DenseReference.run(read, new double[0], new double[0]).expectations(),
                1e-12);
        var refusal = assertThrows(QuantumException.class, () -> OpenQasm3.text(circuit, new double[0]));
        assertTrue(refusal.getMessage().contains("choose one row"), refusal::getMessage);
        assertEquals(read, QasmReader.read(OpenQasm3.text(circuit, features, new double[0]), new double[0]));
    }

    @Test
    void quarterTurnsAreWrittenExactly() {
        var circuit = Circuit.of(1, 0, 0)
                .rotationX(0, new Angle.Constant(Math.PI / 2))
                .rotationX(0, new Angle.Constant(-Math.PI / 2))
                .build();
        var text = OpenQasm2.text(circuit, new double[0], new double[0]);
        assertTrue(text.contains("rx(pi/2) q[0];\nrx(-pi/2) q[0];\n"), text);
    }

    @Test
    void theTrainedCircuitKeepsItsFeaturesAsInputs() {
        var text = OpenQasm3.text(CircuitDesign.paper().circuit(), new double[48]);
        assertTrue(text.contains("input float[64] x_5;"), text);
        assertTrue(text.contains("p(2*(pi - x_0)*(pi - x_1)) q[1];"), text);
    }

    /** Each text file of the reference values is what our own text says, gate by gate, and means what the values say. */
    @Tag("fixtures")
    @TestFactory
    Stream<DynamicTest> referenceFilesSayTheSame() {
        var folder = Shared.fixtures("quantum");
        return Stream.concat(Shared.files(folder, "", ".qasm2").stream(), Shared.files(folder, "", ".qasm3").stream())
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> checkFile(file)));
    }

    private static void checkFile(Path file) throws IOException {
        var name = file.getFileName().toString();
        var fixture = QuantumFixture.read(file.resolveSibling(name.replaceAll("\\.qasm\\d$", ".json")));
        var theirs = QasmReader.read(Files.readString(file), fixture.features());
        assertArrayEquals(
                fixture.array("z"),
                DenseReference.run(theirs, new double[0], new double[0]).expectations(),
                1e-10);
        var text = name.endsWith("2")
                ? OpenQasm2.text(fixture.circuit(), fixture.features(), fixture.parameters())
                : OpenQasm3.text(fixture.circuit(), fixture.parameters());
        assertSame(theirs, QasmReader.read(text, fixture.features()));
    }

    private static void check(Circuit circuit, double[] features, double[] parameters) {
        var expected = numbers(circuit, features, parameters);
        assertSame(expected, QasmReader.read(OpenQasm2.text(circuit, features, parameters), new double[0]));
        assertSame(expected, QasmReader.read(OpenQasm3.text(circuit, parameters), features));
        assertSame(expected, QasmReader.read(OpenQasm3.text(circuit, features, parameters), new double[0]));
    }

    /** The circuit with all angles worked out. */
    private static Circuit numbers(Circuit circuit, double[] features, double[] parameters) {
        var numbers = Circuit.of(circuit.qubits(), 0, 0);
        for (var gate : circuit.gates()) {
            var angle = gate.angle() == null
                    ? null
                    : new Angle.Constant(gate.angle().value(features, 0, parameters));
            numbers.add(new Gate(gate.kind(), gate.control(), gate.target(), angle));
        }
        return numbers.build();
    }

    private static void assertSame(Circuit expected, Circuit found) {
        assertEquals(expected.gates().size(), found.gates().size());
        for (var i = 0; i < expected.gates().size(); i++) {
            var one = expected.gates().get(i);
            var other = found.gates().get(i);
            assertEquals(one.kind(), other.kind());
            assertEquals(one.control(), other.control());
            assertEquals(one.target(), other.target());
            if (one.angle() != null) {
                var angle = ((Angle.Constant) one.angle()).radians();
                assertEquals(angle, ((Angle.Constant) other.angle()).radians(), 1e-12 * Math.max(1, Math.abs(angle)));
            }
        }
    }
}
