package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecgdistill.runner.api.Cancellation;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a table is like, every node either does its work or says in a sentence why it cannot. */
class RobustNodesTest {
    /** What a clinician must not have to read. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile("Exception|\\bnull\\b|\\bNaN\\b|java\\.|org\\.|\\bindex\\b|\\[L");

    /** KNIME puts this before what a row-wise node says. */
    private static final String PREFIX = "Execute failed: ";

    @Test
    void everyNodeIsTested() {
        var declared = Knime.get().factories().stream()
                .filter(factory -> factory.startsWith("org.ecgdistill.knime."))
                .collect(Collectors.toCollection(HashSet::new));
        var tested = Arrays.stream(OwnNode.values()).map(OwnNode::factory).collect(Collectors.toSet());
        assertEquals(declared, tested, "Each node of plugin.xml needs a line in OwnNode.");
    }

    @ParameterizedTest
    @EnumSource
    void itRunsOnWhatItIsMadeFor(OwnNode node) {
        var bench = new Bench();
        var added = bench.add(node);
        try (var run = bench.workflow().run()) {
            assertEquals(NodeState.EXECUTED, run.node(added).state(), run.node(added)::message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTable(OwnNode node) {
        var nodes = onEach(node, table -> Map.of("empty", BadTables.empty(table)));
        nodes.check(node.isLearner() ? Outcome.EXECUTED_OR_REFUSED : Outcome.EXECUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aRowOfMissingValues(OwnNode node) {
        onEach(node, table -> Map.of("a missing row", BadTables.withAMissingRow(table)))
                .check(Outcome.EXECUTED);
    }

    @ParameterizedTest
    @EnumSource
    void nothingButMissingValues(OwnNode node) {
        onEach(node, table -> {
                    var tables = new LinkedHashMap<>(BadTables.withAMissingColumn(table));
                    tables.put("one missing row", BadTables.oneMissingRow(table));
                    return tables;
                })
                .check(Outcome.EXECUTED_OR_REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void columnsOfOtherTypes(OwnNode node) {
        onEach(node, BadTables::withOtherTypes).check(Outcome.EXECUTED_OR_REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void columnsThatAreNotThere(OwnNode node) {
        onEach(node, table -> {
                    var tables = new LinkedHashMap<>(BadTables.withoutAColumn(table));
                    tables.put("no column", Table.of());
                    return tables;
                })
                .check(Outcome.EXECUTED_OR_REFUSED);
    }

    /** A node that is asked to stop does so within a second and leaves no file; it is not in error then. */
    @ParameterizedTest
    @EnumSource
    void cancel(OwnNode node) throws IOException {
        var bench = new Bench();
        var added = bench.addBusy(node);
        var files = TestPlatform.temporaryFiles();
        var cancellation = new Cancellation();
        var asked = new AtomicLong();
        var listener = new RunListener() {
            @Override
            public void changed(NodeReport report) {
                if (report.id() == added.id() && report.state() == NodeState.EXECUTING) {
                    asked.set(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500));
                    cancelLater(cancellation);
                }
            }
        };
        try (var run = bench.workflow().run(RunOptions.defaults().with(listener).with(cancellation))) {
            var seconds = (System.nanoTime() - asked.get()) / 1e9;
            var state = run.node(added).state();
            if (node.busy().isPresent()) {
                assertEquals(NodeState.CANCELLED, state, run.node(added)::message);
                assertTrue(seconds < 1, () -> "it took " + seconds + " s to stop");
            } else {
                assertNotEquals(NodeState.FAILED, state, run.node(added)::message);
            }
        }
        assertEquals(files, TestPlatform.temporaryFiles());
    }

    /** Measuring a single row that often takes minutes. */
    @Test
    void cancelWhileACircuitIsMeasured() {
        var bench = new Bench();
        var node = bench.add(OwnNode.VQC_LEARNER)
                .set("comparisons/withShots", true)
                .set("comparisons/shots", Integer.MAX_VALUE);
        var cancellation = new Cancellation();
        var asked = new AtomicLong();
        var listener = new RunListener() {
            @Override
            public void progress(NodeReport report, double fraction, String message) {
                if (message != null
                        && message.contains("Predicting with")
                        && asked.compareAndSet(0, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500))) {
                    cancelLater(cancellation);
                }
            }
        };
        try (var run = bench.workflow().run(RunOptions.defaults().with(listener).with(cancellation))) {
            var seconds = (System.nanoTime() - asked.get()) / 1e9;
            assertEquals(NodeState.CANCELLED, run.node(node).state(), run.node(node)::message);
            // A second on a machine that is not busy with something else; without asking on the way it was 21.
            assertTrue(seconds < 5, () -> "it took " + seconds + " s to stop");
        }
    }

    private static void cancelLater(Cancellation cancellation) {
        var thread = new Thread(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
            cancellation.cancel();
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static Trial onEach(OwnNode node, Function<Table, Map<String, Table>> variants) {
        var bench = new Bench();
        var nodes = new LinkedHashMap<String, Node>();
        node.tables().forEach(feed -> variants.apply(feed.table())
                .forEach((what, table) -> nodes.put(feed + ", " + what, bench.add(node, feed, table))));
        return new Trial(bench, nodes);
    }

    private enum Outcome {
        EXECUTED,
        EXECUTED_OR_REFUSED
    }

    /** Nodes of one kind on tables of all sorts. */
    private record Trial(Bench bench, Map<String, Node> nodes) {

        void check(Outcome outcome) {
            try (var run = bench.workflow().run()) {
                nodes.forEach((what, node) -> check(outcome, what, run, node));
            }
        }

        private static void check(Outcome outcome, String what, Run run, Node node) {
            var report = run.node(node);
            var place = report.name() + " on " + what + ": ";
            report.warnings().forEach(warning -> assertIsASentence(place, warning));
            if (outcome == Outcome.EXECUTED || report.state() != NodeState.FAILED) {
                assertEquals(NodeState.EXECUTED, report.state(), place + report.message());
                return;
            }
            assertIsASentence(place, report.message().replaceFirst("^" + PREFIX, ""));
            var cause = run.cause(node).orElseThrow().getClass();
            assertFalse(cause.getName().startsWith("java."), () -> place + cause + " is a bug: " + report.message());
        }

        private static void assertIsASentence(String place, String text) {
            assertFalse(FOR_DEVELOPERS.matcher(text).find(), () -> place + "not for clinicians: " + text);
            assertTrue(text.matches("(?s)[\\p{Lu}\\p{N}\"].*[.)]"), () -> place + "not a sentence: \"" + text + "\"");
        }
    }
}
