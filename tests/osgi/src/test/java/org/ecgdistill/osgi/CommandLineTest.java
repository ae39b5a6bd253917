package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestPlatform.COUNTER;
import static org.ecgdistill.osgi.TestPlatform.JOIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ecgdistill.runner.launch.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner as a person starts it. */
class CommandLineTest {
    @TempDir
    Path folder;

    private Path temporary;
    private Path workflow;

    @BeforeEach
    void saveAWorkflow() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        workflow = folder.resolve("workflow");
        var plan = TestPlatform.withTestNodes().workflow();
        var counter = plan.add(COUNTER);
        plan.add(JOIN).from(counter).from(counter);
        try (var run = plan.run()) {
            run.save(workflow);
        }
    }

    private Process start(String... words) throws IOException {
        return startWith("-Xmx256m", words);
    }

    private Process startWith(String memory, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-Djava.io.tmpdir=" + temporary,
                "-D" + Installation.MORE_BUNDLES + "=" + TestPlatform.testNodes(),
                "-jar",
                Installation.ofBuild().runner().toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private int exitCode(String... words) throws IOException, InterruptedException {
        var process = start(words);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the runner does not end");
        return process.exitValue();
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    /** What the runner says on standard error; later Javas put warnings about Equinox itself before it. */
    private String err() throws IOException {
        return Files.readAllLines(folder.resolve("err.txt")).stream()
                .filter(line -> !line.startsWith("WARNING: ") && !line.startsWith("Picked up "))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(temporary)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void runsAWorkflowPrintsItsTablesAndWritesThem() throws IOException, InterruptedException {
        var results = folder.resolve("results");
        var saved = folder.resolve("again");
        var code = exitCode(
                workflow.toString(),
                "--set",
                "Counter/rows=4",
                "--print",
                "--out",
                results.toString(),
                "--save",
                saved.toString());
        assertEquals(0, code, this::errQuietly);
        assertTrue(out().contains("Counter (#1): executed in"), out());
        assertTrue(out().contains("Join (#2), port 1: 1 row, 3 columns"), out());
        assertTrue(Files.exists(results.resolve("2-Join-port-1.csv")));
        assertTrue(Files.readString(saved.resolve("Counter (#1)/settings.xml")).contains("value=\"4\""));
        assertNothingIsLeft();
    }

    /** Whoever runs a workflow finds its answer at the end: the table asked for, and where everything else lies. */
    @Test
    void theTableAskedForAndWhereToLookComeLast() throws IOException, InterruptedException {
        var results = folder.resolve("results").toAbsolutePath();
        var code = exitCode(
                workflow.toString(),
                "--set",
                "Counter/rows=2",
                "--show",
                "Counter/1: Number",
                "--out",
                results.toString());
        assertEquals(0, code, this::errQuietly);
        assertEquals("", err());
        var lines = out().lines().toList();
        assertEquals(
                List.of(
                        "",
                        "Counter: Numbers",
                        "Number",
                        "     0",
                        "     1",
                        "",
                        "All tables, as CSV files: " + results),
                lines.subList(lines.size() - 7, lines.size()),
                out());
        assertTrue(out().contains("output 1: 2 rows"), out());
    }

    private String errQuietly() {
        try {
            return err();
        } catch (IOException ex) {
            return ex.toString();
        }
    }

    @Test
    void aFailingNodeEndsWithItsSentenceAndCode1() throws IOException, InterruptedException {
        assertEquals(1, exitCode(workflow.toString(), "--set", "1/failAt=2"));
        assertEquals("Node \"Counter (#1)\": Row 2 could not be counted. Count fewer rows.", err().strip());
        assertNothingIsLeft();
    }

    @Test
    void wrongWordsEndWithASentenceAndCode2() throws IOException, InterruptedException {
        assertEquals(2, exitCode(folder.resolve("nowhere").toString()));
        assertTrue(err().contains("There is no workflow at"), err());
        assertEquals(2, exitCode());
        assertTrue(err().contains("Name the workflow to run"), err());
        assertEquals(2, exitCode(workflow.toString(), "--fast"));
        assertTrue(err().contains("There is no option \"--fast\""), err());
        assertEquals(2, exitCode(workflow.toString(), "--set", "Counter"));
        assertTrue(err().contains("NODE/PARAMETER=VALUE"), err());
        assertNothingIsLeft();
    }

    /** Whoever finds no memory, a node or the runner itself: it ends, and not by being killed. */
    @Test
    void withoutMemoryItEndsWithASentence() throws IOException, InterruptedException {
        var short6 = ends("-Xmx6m");
        assertTrue(List.of(1, 2, 3).contains(short6), () -> "exit code " + short6);
        // A Java that refuses so little writes it to the standard output.
        assertTrue((out() + err()).matches("(?s).*(memory|OutOfMemory|heap).*"), out() + err());
        for (var memory : List.of("-Xmx8m", "-Xmx10m", "-Xmx14m")) {
            var code = ends(memory);
            assertTrue(List.of(0, 1, 2, 3).contains(code), () -> memory + ": exit code " + code);
            assertTrue(code == 0 || !(out() + err()).isBlank(), memory);
        }
    }

    private int ends(String memory) throws IOException, InterruptedException {
        var process = startWith(memory, workflow.toString(), "--set", "Counter/rows=300000", "--print");
        var ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, "the runner does not end with " + memory);
        return process.exitValue();
    }

    @Test
    void interruptingStopsWithinASecondAndLeavesNothing() throws IOException, InterruptedException {
        var process = start(workflow.toString(), "--set", "Counter/rows=100000000");
        while (process.isAlive() && !out().contains("Counter (#1): executing")) {
            Thread.sleep(50);
        }
        Thread.sleep(300);
        var start = System.nanoTime();
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the runner does not end");
        var seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(seconds < 2, () -> "it took " + seconds + " s to stop the node, Equinox and the JVM");
        assertTrue(out().contains("Counter (#1): stopped"), out());
        assertNothingIsLeft();
    }
}
