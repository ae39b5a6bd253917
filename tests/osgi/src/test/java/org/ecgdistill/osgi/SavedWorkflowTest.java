package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows that real KNIME has executed and saved: loaded, executed anew with the same tables, saved in the same form. */
@Tag("fixtures")
class SavedWorkflowTest {
    private final Knime knime = TestPlatform.withExamples();

    @TempDir
    Path folder;

    private static void assertSameTables(Run expected, Run actual) {
        for (var node : expected.nodes()) {
            for (var port : node.ports()) {
                var which = Integer.toString(node.id());
                assertEquals(port.summary(), actual.port(which, port.index()).summary());
                if (port.isTable()) {
                    assertEquals(expected.table(which, port.index()), actual.table(which, port.index()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"saved-by-knime-5.8", "saved-by-knime-5.12"})
    void executedAnewItGivesTheTablesThatKnimeSaved(String name) {
        var source = TestPlatform.examples(name);
        try (var saved = knime.open(source).run(RunOptions.defaults().keepingExecuted());
                var anew = knime.open(source).run()) {
            for (var node : saved.nodes()) {
                assertEquals(NodeState.EXECUTED, node.state(), node::label);
                assertEquals(List.of(), node.loadErrors());
                assertEquals(0, node.seconds(), "the data were loaded, not made");
            }
            assertTrue(anew.succeeded(), () -> anew.failure().orElseThrow());
            assertEquals(5, saved.table("Mean Predictor", 1).rowCount());
            assertSameTables(saved, anew);
            assertEquals(
                    saved.view("Mean Learner").orElseThrow().initialData(),
                    anew.view("Mean Learner").orElseThrow().initialData());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"saved-by-knime-5.8", "saved-by-knime-5.12"})
    void itIsWrittenBackInTheSameForm(String name) throws IOException {
        var source = TestPlatform.examples(name);
        for (var options : List.of(RunOptions.defaults(), RunOptions.defaults().keepingExecuted())) {
            var target = folder.resolve(options.keepExecuted() ? "kept" : "anew");
            try (var run = knime.open(source).run(options)) {
                run.save(target);
                try (var again = knime.open(target).run(RunOptions.defaults().keepingExecuted())) {
                    assertSameTables(run, again);
                }
            }
            var expected = contents(source);
            var actual = contents(target);
            assertEquals(String.join("\n", expected.keySet()), String.join("\n", actual.keySet()));
            expected.forEach((file, text) -> assertEquals(text, actual.get(file), () -> file + ", " + target));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"saved-by-knime-5.8", "saved-by-knime-5.12"})
    void itRunsFromAnArchiveToo(String name) throws IOException {
        var source = TestPlatform.examples(name);
        var archive = folder.resolve("Example.knwf");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(
                        "Example/" + source.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        try (var fromFolder = knime.open(source).run();
                var fromArchive = knime.open(archive).run()) {
            assertSameTables(fromFolder, fromArchive);
        }
    }

    /** Every file's text without what differs from save to save; what is compressed is listed by its entries. */
    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                contents.put(name, name.endsWith(".zip") ? entries(file) : withoutStamps(name, Files.readString(file)));
            }
        }
        return contents;
    }

    private static String entries(Path zip) throws IOException {
        var text = new StringBuilder();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                text.append(entry.getName()).append('\n');
                // The bytes of a table depend on the compressor; that they hold the same table is checked by loading.
                if (!entry.getName().equals("data.bin")) {
                    var content = file.getInputStream(entry).readAllBytes();
                    text.append(new String(content, StandardCharsets.ISO_8859_1))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String withoutStamps(String name, String text) {
        if (name.equals(".savedWithData")) {
            return text.substring(0, text.indexOf(" on "));
        }
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("(key=\"table(_reference)?_ID\" type=\"xint\" value=)\"\\d+\"", "$1\"ID\"");
    }
}
