package org.ecgdistill.quantum.statevector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ecgdistill.quantum.Angle;
import org.ecgdistill.quantum.Circuit;
import org.ecgdistill.quantum.Entanglement;
import org.ecgdistill.quantum.GateKind;
import org.ecgdistill.quantum.ansatz.EfficientSU2;
import org.ecgdistill.quantum.ansatz.PairAnsatz;
import org.ecgdistill.quantum.featuremap.AngleFeatureMap;
import org.ecgdistill.quantum.featuremap.ZZFeatureMap;
import org.junit.jupiter.api.Test;

class LayerSchedulerTest {

    private static final Entanglement LINEAR = Entanglement.Pattern.LINEAR;

    /** What makes it fast: 117 gates become 13 layers, of which three only rename. */
    @Test
    void thePapersCircuitHasFewLayers() {
        var circuit = new ZZFeatureMap(6, 2, LINEAR).circuit().then(new EfficientSU2(6, 3, LINEAR).circuit());
        assertEquals(
                "Hadamards FeaturePhases Hadamards FeaturePhases"
                        + " Rotations Phases Renaming Rotations Phases Renaming Rotations Phases Renaming Rotations",
                names(LayerScheduler.forExpectations(circuit)));
    }

    @Test
    void gatesOnOtherQubitsDoNotStandInTheWay() {
        var circuit = new AngleFeatureMap(6, GateKind.ROTATION_Y)
                .circuit()
                .then(new PairAnsatz(6, 1, Entanglement.Pattern.PAIRWISE_RING).circuit());
        assertEquals(
                "FeatureRotations Rotations Renaming Rotations Renaming",
                names(LayerScheduler.forExpectations(circuit)));
    }

    @Test
    void phasesBetweenCxGatesArePhasesOfParities() {
        var angle = new Angle.Feature(1, 0);
        var circuit = Circuit.of(3, 1, 0)
                .controlledX(0, 1)
                .controlledX(1, 2)
                .phase(2, angle)
                .controlledX(1, 2)
                .controlledX(0, 1)
                .hadamard(0)
                .build();
        var phases =
                (Layer.FeaturePhases) LayerScheduler.forExpectations(circuit).get(0);
        assertEquals(List.of(new Layer.Phase(0b111, angle)), phases.phases());
    }

    private static String names(List<Layer> layers) {
        return String.join(
                " ",
                layers.stream().map(layer -> layer.getClass().getSimpleName()).toList());
    }
}
