package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.Refusals.assertSays;
import static org.ecgdistill.osgi.TestPlatform.COUNTER;
import static org.ecgdistill.osgi.TestPlatform.JOIN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a workflow is said in a sentence that names the place and what to do. */
class BadInputTest {
    private final Knime knime = TestPlatform.withTestNodes();

    @TempDir
    Path folder;

    private Path saved;

    @BeforeEach
    void saveAWorkflow() {
        var workflow = knime.workflow();
        var counter = workflow.add(COUNTER);
        workflow.add(JOIN).from(counter).from(counter);
        saved = folder.resolve("saved");
        try (var run = workflow.run()) {
            run.save(saved);
        }
    }

    private Path counterSettings() {
        return saved.resolve("Counter (#1)/settings.xml");
    }

    private static void edit(Path file, String pattern, String replacement) throws IOException {
        var text = Files.readString(file);
        var edited = text.replaceFirst(pattern, replacement);
        assertFalse(text.equals(edited), () -> pattern + " is not in " + file);
        Files.writeString(file, edited);
    }

    private String refusal(Path workflow) {
        return assertThrows(
                        RunnerException.class, () -> knime.open(workflow).run().close())
                .getMessage();
    }

    @Test
    void missingNode() throws IOException {
        edit(counterSettings(), "testnodes.CounterNodeFactory", "testnodes.VanishedNodeFactory");
        try (var run = knime.open(saved).run()) {
            assertFalse(run.succeeded());
            assertEquals(NodeState.MISSING, run.node("1").state());
            assertEquals(NodeState.IDLE, run.node("Join").state());
            assertSays(run.failure().orElseThrow(), "Counter (#1)", "org.ecgdistill.testnodes", "VanishedNodeFactory");
        }
    }

    @Test
    void missingExtension() throws IOException {
        edit(counterSettings(), "testnodes.CounterNodeFactory", "elsewhere.CounterNodeFactory");
        edit(counterSettings(), "value=\"org.ecgdistill.testnodes\"", "value=\"org.ecgdistill.elsewhere\"");
        try (var run = knime.open(saved).run()) {
            assertSays(
                    run.node("1").message(),
                    "Node \"Counter\" is not available",
                    "\"org.ecgdistill.elsewhere\", provided by \"ECG Distill\", is not installed",
                    "Install the extension");
        }
    }

    @Test
    void anEntryThatSaysWhereANodeComesFromIsMissing() throws IOException {
        edit(counterSettings(), "\\s*<entry key=\"node-bundle-vendor\".*", "");
        try (var run = knime.open(saved).run()) {
            assertEquals(NodeState.MISSING, run.node("1").state());
            assertSays(run.node("1").message(), "settings.xml", "node-bundle-vendor");
        }
    }

    @Test
    void missingKeyMeansALoadErrorAndTheDefault() throws IOException {
        edit(counterSettings(), "\\s*<entry key=\"pause\".*", "");
        edit(counterSettings(), "key=\"rows\" type=\"xint\" value=\"3\"", "key=\"rows\" type=\"xint\" value=\"9\"");
        try (var run = knime.open(saved).run()) {
            assertEquals(1, run.node("1").loadErrors().size());
            assertSays(run.node("1").loadErrors().get(0), "pause");
            assertTrue(run.succeeded());
            assertArrayEquals(
                    new int[] {0, 1, 2}, run.table("1", 1).column("Number").integers());
        }
    }

    @Test
    void notAZip() throws IOException {
        var file = Files.writeString(folder.resolve("broken.knwf"), "This is no archive.");
        assertSays(refusal(file), "broken.knwf", "not a zip archive", "export the workflow from KNIME again");
    }

    @Test
    void zipEntryPointsOutside() throws IOException {
        var file = folder.resolve("evil.knwf");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("workflow/workflow.knime"));
            zip.putNextEntry(new ZipEntry("workflow/../../escaped.txt"));
        }
        assertSays(refusal(file), "evil.knwf", "escaped.txt", "outside");
        assertFalse(Files.exists(folder.resolve("escaped.txt")));
    }

    @Test
    void archiveWithoutAWorkflow() throws IOException {
        var file = folder.resolve("empty.knwf");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("folder/readme.txt"));
        }
        assertSays(refusal(file), "empty.knwf", "no workflow.knime");
    }

    @Test
    void noSuchWorkflow() {
        assertSays(refusal(folder.resolve("nowhere")), "nowhere", "check the path");
    }

    @Test
    void workflowFileIsNoXml() throws IOException {
        Files.writeString(saved.resolve("workflow.knime"), "nonsense");
        assertSays(refusal(saved), "saved", "cannot be read");
    }

    @Test
    void settingsFileIsNoXml() throws IOException {
        Files.writeString(counterSettings(), "nonsense");
        try (var run = knime.open(saved).run()) {
            assertEquals(NodeState.MISSING, run.node("1").state());
            assertSays(run.node("1").message(), "Counter (#1)/settings.xml", "cannot be read");
        }
    }

    @Test
    void settingsFileOutsideTheWorkflow() throws IOException {
        edit(saved.resolve("workflow.knime"), "Counter \\(#1\\)/settings.xml", "../other/settings.xml");
        try (var run = knime.open(saved).run()) {
            assertSays(run.node("1").message(), "../other/settings.xml", "outside the workflow");
        }
    }

    @Test
    void cycle() throws IOException {
        edit(
                saved.resolve("workflow.knime"),
                "key=\"sourceID\" type=\"xint\" value=\"1\"",
                "key=\"sourceID\" type=\"xint\" value=\"2\"");
        assertSays(refusal(saved), "circle", "Join (#2)");
    }

    @Test
    void inputThatIsNotConnected() {
        var workflow = knime.workflow();
        var join = workflow.add(JOIN).from(workflow.add(COUNTER));
        try (var run = workflow.run()) {
            assertEquals(NodeState.FAILED, run.node(join).state());
            assertSays(run.node(join).message(), "Input port 2 is not connected");
        }
    }

    @Test
    void parameterThatDoesNotExist() {
        var refused = assertThrows(
                RunnerException.class,
                () -> knime.open(saved).set("Counter/speed", 3).run().close());
        assertSays(refused.getMessage(), "Counter (#1)", "\"speed\"", "rows, pause, failAt", "group/offset");
    }

    @Test
    void parameterOfANodeThatDoesNotExist() {
        var refused = assertThrows(
                RunnerException.class,
                () -> knime.open(saved).set("Clock/rows", 3).run().close());
        assertSays(refused.getMessage(), "Clock/rows", "Counter (#1), Join (#2)");
    }

    @Test
    void valueOfTheWrongType() {
        for (var value : List.of("many", "2.5")) {
            var refused = assertThrows(
                    RunnerException.class,
                    () -> knime.open(saved).set("Counter/rows", value).run().close());
            assertSays(refused.getMessage(), "\"rows\"", "takes a number", value);
        }
    }

    @Test
    void valueThatTheNodeRefuses() {
        try (var run = knime.open(saved).set("Counter/failure", "OFTEN").run()) {
            assertEquals(NodeState.FAILED, run.node("1").state());
            assertSays(run.failure().orElseThrow(), "Counter (#1)", "OFTEN");
        }
    }

    @Test
    void unknownNodeOrPortOrColumnInATest() {
        try (var run = knime.open(saved).run()) {
            assertSays(
                    assertThrows(RunnerException.class, () -> run.table("Clock", 1))
                            .getMessage(),
                    "Clock",
                    "Join (#2)");
            assertSays(
                    assertThrows(RunnerException.class, () -> run.table("Counter", 2))
                            .getMessage(),
                    "port 2");
            var table = run.table("Counter", 1);
            assertSays(
                    assertThrows(RunnerException.class, () -> table.column("Pulse"))
                            .getMessage(),
                    "Pulse",
                    "Number");
        }
    }

    @Test
    void savingOverSomething() {
        try (var run = knime.open(saved).run()) {
            assertSays(
                    assertThrows(RunnerException.class, () -> run.save(saved)).getMessage(), "saved", "not empty");
        }
    }
}
