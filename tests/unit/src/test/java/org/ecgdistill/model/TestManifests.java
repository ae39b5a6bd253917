package org.ecgdistill.model;

import java.util.List;
import java.util.Map;

/** What is known of models that tests make. */
final class TestManifests {

    private TestManifests() {}

    /** A student that has learnt from a hundred windows of lead II. */
    static Manifest student(Architecture architecture) {
        return new Manifest(
                "Student",
                architecture,
                InputForm.exactly(List.of("II"), 360, 128, InputScaling.Z_SCORE),
                "Class",
                List.of("normal", "abnormal"),
                Provenance.of("2026-01-01T00:00:00Z", Map.of("ECG Distill", "0.1.0"))
                        .withRows(
                                Map.of("signal", "Signal", "label", "Class"), 100, Map.of("normal", 60, "abnormal", 40))
                        .withTraining(Map.of("epochs", "5"), 1, List.of(0.7, 0.5), 1.5));
    }
}
