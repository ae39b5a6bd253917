package org.ecgdistill.quantum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.ansatz.HadamardRotation;
import org.ecgdistill.quantum.ansatz.PairAnsatz;
import org.ecgdistill.quantum.ansatz.RealAmplitudes;
import org.ecgdistill.quantum.featuremap.AmplitudeFeatureMap;
import org.ecgdistill.quantum.featuremap.AngleFeatureMap;
import org.ecgdistill.quantum.featuremap.PauliFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Feature maps and ansätze give, gate by gate, the circuits of the reference files, whose names say what they are. */
@Tag("fixtures")
class FixtureDesignTest {

    @TestFactory
    Stream<DynamicTest> buildsTheSameGates() {
        return QuantumFixture.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> {
                    var circuit = design(fixture);
                    assumeTrue(circuit != null, () -> "skipped: no design goes by the name " + fixture.name());
                    assertIterableEquals(fixture.circuit().gates(), circuit.gates());
                    assertEquals(fixture.circuit().preparation(), circuit.preparation());
                    assertEquals(fixture.circuit().parameters(), circuit.parameters());
                }));
    }

    private static Circuit design(QuantumFixture fixture) {
        var n = fixture.circuit().qubits();
        var name = fixture.name().replaceAll("_n\\d+.*", "");
        Matcher match;
        if ((match = match("(?:noise_)?zz(\\d)(full|circ)?_(effsu2|realamp)_r(\\d)(?:_(.*))?", name)) != null) {
            // The pairwise reference has the pattern in both parts, the shifted one only where it shifts.
            var encoding = "pairwise".equals(match.group(5)) ? match.group(5) : match.group(2);
            var map = new ZZFeatureMap(n, number(match, 1), entanglement(encoding));
            var repetitions = number(match, 4);
            var joined = entanglement(match.group(5));
            var ansatz = match.group(3).equals("realamp")
                    ? new RealAmplitudes(n, repetitions, joined)
                    : new EfficientSU2(n, repetitions, joined);
            return map.circuit().then(ansatz.circuit());
        }
        if ((match = match("pauli_([IXYZ_]+)_effsu2_r(\\d)", name)) != null) {
            var strings = Arrays.asList(match.group(1).split("_"));
            return new PauliFeatureMap(n, 2, 2, strings, Entanglement.Pattern.LINEAR)
                    .circuit()
                    .then(new EfficientSU2(n, number(match, 2), Entanglement.Pattern.LINEAR).circuit());
        }
        if ((match = match("angle_ry_effsu2_r(\\d)", name)) != null) {
            return new AngleFeatureMap(n, GateKind.ROTATION_Y)
                    .circuit()
                    .then(new EfficientSU2(n, number(match, 1), Entanglement.Pattern.LINEAR).circuit());
        }
        if ((match = match("amplitude_pitanh_effsu2_r(\\d)", name)) != null) {
            return new AmplitudeFeatureMap(n)
                    .circuit()
                    .then(new EfficientSU2(n, number(match, 1), Entanglement.Pattern.LINEAR).circuit());
        }
        if (name.equals("qvit") || fixture.name().startsWith("qvit_")) {
            return new AngleFeatureMap(n, GateKind.ROTATION_Y)
                    .circuit()
                    .then(new PairAnsatz(n, 1, new Entanglement.Given(pairs(fixture))).circuit());
        }
        if (name.equals("bridging_h_ry")) {
            return new HadamardRotation(n).circuit();
        }
        if (name.equals("bridging_amp_h_ry")) {
            return new AmplitudeFeatureMap(n).circuit().then(new HadamardRotation(n).circuit());
        }
        return null;
    }

    /** The pairs of QViT's line and ring also have a name here. */
    private static List<List<Integer>> pairs(QuantumFixture fixture) {
        var pairs = Arrays.stream(fixture.matrix("pairs"))
                .map(pair -> IntStream.of((int) pair[0], (int) pair[1]).boxed().toList())
                .toList();
        var pattern =
                fixture.name().endsWith("_line") ? Entanglement.Pattern.PAIRWISE : Entanglement.Pattern.PAIRWISE_RING;
        assertEquals(pairs, pattern.blocks(2, fixture.circuit().qubits(), 0));
        return pairs;
    }

    private static Entanglement entanglement(String name) {
        if (name == null) {
            return Entanglement.Pattern.LINEAR;
        }
        return Entanglement.parse(
                switch (name) {
                    case "circ" -> "circular";
                    case "revlinear" -> "reverse_linear";
                    default -> name;
                });
    }

    private static Matcher match(String pattern, String name) {
        var matcher = Pattern.compile(pattern).matcher(name);
        return matcher.matches() ? matcher : null;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
