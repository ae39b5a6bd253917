package org.ecgdistill.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What other people's workflows rely on: the keys and defaults that nodes store in them, and the names and types of the
 * columns that nodes put out.
 */
class NodeContractTest {

    @ParameterizedTest
    @EnumSource
    void keysAndDefaults(OwnNode node, @TempDir Path folder) throws IOException {
        var workflow = Knime.get().workflow();
        workflow.add(node.factory());
        var saved = folder.resolve("saved");
        try (var run = workflow.configure()) {
            run.save(saved);
        }
        try (var files = Files.walk(saved)) {
            var settings = SettingsFile.read(files.filter(file -> file.endsWith("settings.xml"))
                    .findFirst()
                    .orElseThrow());
            var lines = new ArrayList<String>();
            for (var key : List.of(
                    "factory", "node-name", "node-bundle-name", "node-bundle-symbolic-name", "node-bundle-vendor")) {
                lines.add(key + " \"" + settings.value(key) + '"');
            }
            lines.addAll(settings.parameters());
            Snapshots.assertUnchanged("settings/" + node.fileName(), lines, """
                Workflows that were saved before lack a key that is new, and carry one that is gone or means
                something else. A factory or a key stays for ever; a new one needs a default under which old
                workflows do what they did.\
                """);
        }
    }

    @ParameterizedTest
    @EnumSource
    void columns(OwnNode node) throws IOException {
        var bench = new Bench();
        var added = bench.add(node);
        try (var run = bench.workflow().run()) {
            var lines = new ArrayList<String>();
            for (var port : run.node(added).ports()) {
                lines.add("port " + port.index());
                if (port.isTable()) {
                    lines.addAll(columns(run, Integer.toString(added.id()), port.index()));
                } else {
                    lines.add("  " + port.type());
                }
            }
            Snapshots.assertUnchanged("outputs/" + node.fileName(), lines, """
                Whatever comes behind this node in a workflow looks for its columns by these names and types.\
                """);
        }
    }

    private static List<String> columns(Run run, String node, int port) {
        return run.head(node, port, 1).columns().stream()
                .map(column -> "  " + column.name() + ": " + column.type().title())
                .toList();
    }
}
