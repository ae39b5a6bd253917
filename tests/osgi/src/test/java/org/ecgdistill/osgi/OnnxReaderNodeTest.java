package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ECG Model ONNX Reader as an analyst meets it, and what becomes of its model. */
class OnnxReaderNodeTest {

    private static final List<String> CLASSES = List.of("normal", "avb", "paced", "abnormal", "bbb", "ventricular");

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    @TempDir
    private Path folder;

    @Test
    void aPretrainedNetworkPredictsAndTeaches() {
        var records =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 6).set("duration", 25.0);
        var teacher = openEcg(workflow, "UNSEEN");
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(teacher)
                .from(records);
        var folds =
                workflow.add(OwnNode.FOLD_ASSIGNER.factory()).from(predictor).set("folds", 2);
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(folds)
                .set("network/kind", "CNN")
                .set("preparation/fit", true)
                .set("preparation/seconds", 4.0)
                .set("training/epochs", 1);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var table = run.table(predictor, 1);
            for (var row = 0; row < table.rowCount(); row++) {
                var sum = 0.0;
                for (var type : CLASSES) {
                    sum += (double) table.get("P (Class=" + type + ") (openecg-rhythm)", row);
                }
                assertEquals(1, sum, 1e-5);
                assertTrue(CLASSES.contains(table.get("Prediction (Class) (openecg-rhythm)", row)));
            }
            var warning = run.node(student).warning();
            assertFalse(warning.contains("openecg"), "a teacher that has not seen the rows leaks nothing: " + warning);
        }
    }

    @Test
    void whatATeacherHasSeenIsReported() {
        var records =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 6).set("duration", 5.0);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(openEcg(workflow, "SEEN"))
                .from(records);
        var folds =
                workflow.add(OwnNode.FOLD_ASSIGNER.factory()).from(predictor).set("folds", 2);
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(folds)
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var shorter = run.node(predictor).warning();
            assertTrue(shorter.contains("shorter than the model's window of 5000 samples at 500 Hz"), shorter);
            var warning = run.node(student).warning();
            assertTrue(warning.contains("openecg-rhythm") && warning.contains("too good"), warning);
        }
    }

    /** The writer's file needs no setting but its place, and predicts what the model itself predicts. */
    @Test
    void aFileOfTheWriterDescribesItself() {
        var file = folder.resolve("student.onnx");
        var data = workflow.add(TestTables.rows());
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(data)
                .set("network/kind", "CNN")
                .set("distillation/method", "LABELS")
                .set("training/epochs", 2);
        workflow.add(OwnNode.ECG_MODEL_ONNX_WRITER.factory())
                .from(student, 2)
                .from(data)
                .set("file", file);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(student, 2)
                .from(data);
        var second = TestPlatform.withTorch().workflow();
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var reader = second.add(OwnNode.ECG_MODEL_ONNX_READER.factory()).set("file", file);
            var again = second.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                    .from(reader)
                    .from(second.add(TestTables.rows()));
            try (var other = second.run()) {
                assertTrue(other.succeeded(), () -> other.failure().orElseThrow());
                assertEquals("", other.node(reader).warning());
                var logits = "Logit (CNN-1D)";
                assertArrayEquals(
                        run.table(predictor, 1).column(logits).doubles(),
                        other.table(again, 1).column(logits).doubles(),
                        1e-4);
            }
        }
    }

    @Test
    void whatCannotBeReadIsSaidInASentence() throws IOException {
        var garbage = Files.write(folder.resolve("garbage.onnx"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        new Refusals(workflow)
                .add(workflow.add(OwnNode.ECG_MODEL_ONNX_READER.factory()), "No file is chosen")
                .add(reader(workflow, garbage), "ONNX")
                .add(reader(workflow, folder.resolve("none.onnx")), "Choose another place in the node's dialog")
                .add(reader(workflow, OwnNode.pretrained()), "sampling rate")
                .add(reader(workflow, OwnNode.pretrained()).set("input/rate", 500.0), "does not name the classes")
                .add(
                        reader(workflow, OwnNode.pretrained())
                                .set("input/rate", 500.0)
                                .set("classes", "normal, abnormal"),
                        "gives 6 numbers for a window, but 2 classes are listed")
                .check();
    }

    private static Node openEcg(Workflow workflow, String exposure) {
        return reader(workflow, OwnNode.pretrained())
                .set("classes", String.join(", ", CLASSES))
                .set("input/rate", 500.0)
                .set("input/scaling", "RANKS")
                .set("exposure", exposure);
    }

    private static Node reader(Workflow workflow, Path file) {
        return workflow.add(OwnNode.ECG_MODEL_ONNX_READER.factory()).set("file", file);
    }
}
