package org.ecgdistill.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.wfdb.WfdbFiles;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.synthesis.EcgGenerator;
import org.ecgdistill.signal.synthesis.NoiseLevels;
import org.ecgdistill.signal.synthesis.Population;
import org.ecgdistill.signal.synthesis.RecordingForm;
import org.ecgdistill.signal.synthesis.SyntheticRecord;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the page docs/library.md compiles, runs and classifies. */
class LibraryPageTest {

    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("(\\d+) of (\\d+) beats are classified correctly");
    private static final int MOST_LINES = 40;

    /** As annotation files of WFDB write them. */
    private static final Map<String, Integer> CODES = Map.of("N", 1, "V", 5, "A", 8, "L", 2, "R", 3, "S", 9);

    @TempDir
    private Path folder;

    @Test
    void theProgramRuns() throws ReflectiveOperationException, IOException {
        var said = run(compiled(program()), record().toString());
        var answer = ANSWER.matcher(said);
        assertTrue(answer.find(), said);
        var beats = Integer.parseInt(answer.group(2));
        assertTrue(beats > 100 && Integer.parseInt(answer.group(1)) > 0.9 * beats, said);
        assertTrue(said.matches("(?s).*Expectation values of the qubits: \\[(-?\\d[-.E\\d]*(, )?){6}].*"), said);
    }

    @Test
    void theProgramIsShort() throws IOException {
        var lines =
                program().lines().filter(line -> !line.startsWith("import ")).count();
        assertTrue(lines <= MOST_LINES, () -> lines + " lines");
    }

    private static String program() throws IOException {
        var page = PROGRAM.matcher(Files.readString(Sources.ROOT.resolve("docs/library.md")));
        assertTrue(page.find(), "there is no program on the page");
        return page.group(1);
    }

    private Path compiled(String program) throws IOException {
        var source = Files.writeString(folder.resolve("Library.java"), program);
        var messages = new ByteArrayOutputStream();
        // Surefire keeps the class path of the tests for itself where it is long.
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var result = ToolProvider.getSystemJavaCompiler()
                .run(null, messages, messages, "-cp", classPath, "-d", folder.toString(), source.toString());
        assertEquals(0, result, messages::toString);
        return folder;
    }

    private static String run(Path classes, String argument) throws ReflectiveOperationException, IOException {
        var out = System.out;
        var said = new ByteArrayOutputStream();
        try (var loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, LibraryPageTest.class.getClassLoader())) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            loader.loadClass("Library").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {argument});
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Five minutes of a person with ventricular beats, as a WFDB record of one signal. */
    private Path record() throws IOException {
        var population = new Population(1, 1, 1, 0, 0.2);
        var form = new RecordingForm(300, 360, List.of(Lead.II));
        var record = new EcgGenerator(population, form, NoiseLevels.NONE, 1).record(0, 0, Progress.NONE);
        WfdbFiles.header(folder, "person", "person 1 360", "person.dat 16 1000/mV 16 0 0 0 0 II");
        WfdbFiles.samples(folder, "person.dat", samples(record));
        Files.write(folder.resolve("person.atr"), annotations(record));
        return folder.resolve("person");
    }

    private static int[] samples(SyntheticRecord record) {
        return Arrays.stream(record.samples(Lead.II))
                .mapToInt(sample -> (int) Math.round(1000 * sample))
                .toArray();
    }

    private static byte[] annotations(SyntheticRecord record) {
        var codesAndDistances = new ArrayList<Integer>();
        var before = 0L;
        for (var beat : record.beats()) {
            codesAndDistances.addAll(List.of(CODES.get(beat.symbol()), (int) (beat.sample() - before)));
            before = beat.sample();
        }
        codesAndDistances.addAll(List.of(0, 0));
        return WfdbFiles.annotations(
                codesAndDistances.stream().mapToInt(Integer::intValue).toArray());
    }
}
