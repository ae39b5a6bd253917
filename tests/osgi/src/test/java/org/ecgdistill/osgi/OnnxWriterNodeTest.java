package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ECG Model ONNX Writer as an analyst meets it. What other programs make of its files is tested where they are made. */
class OnnxWriterNodeTest {

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    @TempDir
    private Path folder;

    @Test
    void writesAFileAndSaysWhatItLoses() throws IOException {
        var data = workflow.add(TestTables.rows());
        var student = student(data, "CNN");
        var whole = writer(student, data).set("file", folder.resolve("whole.onnx"));
        var bytes =
                writer(student, data).set("file", folder.resolve("bytes.onnx")).set("precision", "BYTES");
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            for (var node : List.of(whole, bytes)) {
                var table = run.table(node, 1);
                assertEquals(List.of("Measure", "As trained", "In the file", "Difference"), table.columnNames());
                for (var row = 0; row < table.rowCount(); row++) {
                    assertEquals(
                            (double) table.get("In the file", row) - (double) table.get("As trained", row),
                            (double) table.get("Difference", row),
                            1e-12);
                }
                assertEquals("AUROC", table.get("Measure", 0));
            }
            assertEquals(0.0, value(run.table(whole, 1), "Largest change of a logit", "Difference"));
            assertTrue(value(run.table(bytes, 1), "Largest change of a logit", "Difference") > 0);
            assertEquals(Files.size(folder.resolve("whole.onnx")), (long)
                    value(run.table(whole, 1), "Size of the file (bytes)", "In the file"));
            assertEquals(Files.size(folder.resolve("bytes.onnx")), (long)
                    value(run.table(bytes, 1), "Size of the file (bytes)", "In the file"));
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidInASentence() {
        var data = workflow.add(TestTables.rows());
        var student = student(data, "CNN");
        var teacher =
                workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(data).set("training/epochs", 1);
        var file = folder.resolve("model.onnx");
        new Refusals(workflow)
                .add(writer(teacher, data).set("file", file), "Only students can be written")
                .add(
                        writer(student, data).set("file", folder.resolve("none/model.onnx")),
                        "Choose another place in the node's dialog")
                .add(writer(student, data).set("file", file).set("label", "x"), "\"x\" is not in the input table")
                .check();
        assertTrue(Files.notExists(file), "nothing is left of what failed");
    }

    @Test
    void withoutLabelsOrAFileItSaysWhatItDidNotDo() {
        var rows = TestTables.rows();
        var student = student(workflow.add(rows), "CNN");
        var others = workflow.add(TestTables.with(rows, Column.strings("Class", new String[rows.rowCount()])));
        var writer = writer(student, others).set("precision", "BYTES");
        try (var run = workflow.run()) {
            var warning = run.node(writer).warning();
            assertTrue(warning.contains("No file is chosen"), warning);
            assertTrue(warning.contains("no row has both a signal and one of the model's labels a, b"), warning);
            var table = run.table(writer, 1);
            assertTrue(table.column("In the file").isMissing(0), "no AUROC");
            assertTrue(value(table, "Size of the file (bytes)", "Difference") < 0);
        }
    }

    private static double value(Table table, String measure, String column) {
        return (double) table.get(column, table.column("Measure").strings().indexOf(measure));
    }

    private Node student(Node data, String kind) {
        return workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(data)
                .set("network/kind", kind)
                .set("distillation/method", "LABELS")
                .set("training/epochs", 1);
    }

    private Node writer(Node student, Node data) {
        return workflow.add(OwnNode.ECG_MODEL_ONNX_WRITER.factory())
                .from(student, 2)
                .from(data);
    }
}
