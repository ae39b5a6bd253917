package org.ecgdistill.quantum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ecgdistill.quantum.density.DensityMatrix;
import org.ecgdistill.quantum.density.DensityMatrixBackend;
import org.ecgdistill.quantum.density.NoiseModel;
import org.ecgdistill.quantum.simulator.Backend;
import org.ecgdistill.quantum.statevector.StateVector;
import org.ecgdistill.quantum.statevector.StateVectorBackend;
import org.ecgdistill.quantum.statevector.StateVectorBackend.Precision;
import org.ecgdistill.quantum.strange.StrangeBackend;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every simulator against every reference file. */
@Tag("fixtures")
class FixtureSimulationTest {

    private static final double EXACT = 1e-10;
    private static final double SINGLE = 1e-4;
    private static final double STRANGE = 1e-5;

    @TestFactory
    Stream<DynamicTest> amplitudes() {
        return each(fixture -> {
            var state = StateVector.of(fixture.circuit(), fixture.features(), fixture.parameters());
            assertArrayEquals(fixture.array("state_re"), state.re(), EXACT);
            assertArrayEquals(fixture.array("state_im"), state.im(), EXACT);
        });
    }

    @TestFactory
    Stream<DynamicTest> doublePrecision() {
        return each(fixture -> checkGradients(fixture, Precision.DOUBLE, EXACT));
    }

    @TestFactory
    Stream<DynamicTest> singlePrecision() {
        return each(fixture -> checkGradients(fixture, Precision.FLOAT, SINGLE));
    }

    @TestFactory
    Stream<DynamicTest> densityMatrixWithoutNoise() {
        return each(fixture -> checkExpectations(fixture, new DensityMatrixBackend(NoiseModel.NONE), EXACT));
    }

    @TestFactory
    Stream<DynamicTest> strange() {
        return each(fixture -> checkExpectations(fixture, new StrangeBackend(), STRANGE));
    }

    @TestFactory
    Stream<DynamicTest> densityMatrixWithNoise() {
        return QuantumFixture.all().stream()
                .filter(fixture -> fixture.json().has("noise"))
                .flatMap(fixture -> StreamSupport.stream(
                                fixture.json().get("noise").spliterator(), false)
                        .map(noise -> DynamicTest.dynamicTest(
                                fixture.name() + ", depolarizing " + noise.get("depol_2q") + ", damping "
                                        + noise.get("amp_damp_gamma"),
                                () -> checkNoise(fixture, noise))));
    }

    private static Stream<DynamicTest> each(Consumer<QuantumFixture> check) {
        return QuantumFixture.all().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check.accept(fixture)));
    }

    private static void checkExpectations(QuantumFixture fixture, Backend backend, double tolerance) {
        assertArrayEquals(fixture.array("z"), expectations(fixture, backend), tolerance);
    }

    private static double[] expectations(QuantumFixture fixture, Backend backend) {
        var expectations = new double[fixture.circuit().qubits()];
        backend.open(fixture.circuit()).expectations(fixture.features(), 1, fixture.parameters(), expectations);
        return expectations;
    }

    private static void checkGradients(QuantumFixture fixture, Precision precision, double tolerance) {
        var circuit = fixture.circuit();
        var simulator = new StateVectorBackend(precision).open(circuit);
        var expectations = new double[circuit.qubits()];
        simulator.expectations(fixture.features(), 1, fixture.parameters(), expectations);
        assertArrayEquals(fixture.array("z"), expectations, tolerance);
        var byParameters = fixture.matrix("dz_dtheta");
        var byFeatures = fixture.matrix(fixture.json().has("dz_dx_features") ? "dz_dx_features" : "dz_dx");
        for (var qubit = 0; qubit < circuit.qubits(); qubit++) {
            var upstream = new double[circuit.qubits()];
            upstream[qubit] = 1;
            var features = new double[circuit.features()];
            var parameters = new double[circuit.parameters()];
            simulator.backward(upstream, features, parameters);
            assertArrayEquals(byParameters[qubit], parameters, tolerance);
            if (byFeatures != null) {
                assertArrayEquals(byFeatures[qubit], features, tolerance);
            }
        }
    }

    private static void checkNoise(QuantumFixture fixture, JsonNode noise) {
        var model = new NoiseModel(
                noise.get("depol_1q").doubleValue(),
                noise.get("depol_2q").doubleValue(),
                noise.get("amp_damp_gamma").doubleValue(),
                0,
                noise.get("readout_p1given0").doubleValue(),
                noise.get("readout_p0given1").doubleValue());
        assertArrayEquals(
                QuantumFixture.numbers(noise.get("z_readout")),
                expectations(fixture, new DensityMatrixBackend(model)),
                EXACT);
        var matrix = DensityMatrix.of(fixture.circuit(), model, fixture.features(), fixture.parameters());
        assertEquals(noise.get("purity").doubleValue(), matrix.purity(), EXACT);
        var probabilities = QuantumFixture.numbers(noise.get("probs"));
        for (var state = 0; state < probabilities.length; state++) {
            assertEquals(probabilities[state], matrix.re()[state][state], EXACT);
        }
        if (noise.has("rho_re")) {
            var re = QuantumFixture.matrix(noise, "rho_re");
            var im = QuantumFixture.matrix(noise, "rho_im");
            for (var row = 0; row < re.length; row++) {
                assertArrayEquals(re[row], matrix.re()[row], EXACT);
                assertArrayEquals(im[row], matrix.im()[row], EXACT);
            }
        }
    }
}
