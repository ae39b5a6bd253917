package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Table;
import org.junit.jupiter.api.Test;

/** Several nodes execute at once in one KNIME, and none of them notices the others. */
class SideBySideTest {
    private static final int AT_ONCE = 6;

    @Test
    void sixNodesAtOnceGiveWhatEachGivesAlone() throws Exception {
        var nodes = six();
        assertTrue(nodes.stream().anyMatch(OwnNode::isLearner), "there is a learner among them");
        var alone = new ArrayList<List<Table>>();
        for (var node : nodes) {
            alone.add(tables(node, RunListener.NONE));
        }
        var start = new CyclicBarrier(AT_ONCE);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var runs = nodes.stream()
                    .<Callable<List<Table>>>map(node -> () -> tables(node, new WaitsAt(start, node)))
                    .toList();
            var together = pool.invokeAll(runs);
            for (var i = 0; i < AT_ONCE; i++) {
                assertSame(alone.get(i), together.get(i).get(), nodes.get(i).name());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void assertSame(List<Table> alone, List<Table> together, String node) {
        assertEquals(alone.size(), together.size(), node);
        for (var port = 0; port < alone.size(); port++) {
            var columns = together.get(port).columns();
            for (var column : alone.get(port).columns()) {
                assertTrue(columns.contains(column), node + ": column \"" + column.name() + "\" differs");
            }
        }
    }

    /** All learners, twice where there are few, and then other nodes. */
    private static List<OwnNode> six() {
        var learners =
                Arrays.stream(OwnNode.values()).filter(OwnNode::isLearner).toList();
        var nodes = new ArrayList<>(learners);
        nodes.addAll(learners);
        Arrays.stream(OwnNode.values()).filter(node -> !node.isLearner()).forEach(nodes::add);
        return nodes.subList(0, AT_ONCE);
    }

    private static List<Table> tables(OwnNode node, RunListener listener) {
        var bench = new Bench();
        var added = bench.add(node);
        try (var run = bench.workflow().run(RunOptions.defaults().with(listener))) {
            assertTrue(run.succeeded(), () -> node + ": " + run.failure().orElseThrow());
            var tables = run.node(added).ports().stream()
                    .filter(port -> port.isTable())
                    .map(port -> withoutTimes(run.table(added, port.index())))
                    .toList();
            assertFalse(tables.isEmpty());
            return tables;
        }
    }

    /** Lets the node itself begin only when all others are about to begin as well. */
    private record WaitsAt(CyclicBarrier start, OwnNode node) implements RunListener {
        @Override
        public void changed(NodeReport report) {
            if (report.state() == NodeState.EXECUTING && report.factory().equals(node.factory())) {
                try {
                    start.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
                    throw new IllegalStateException("the six nodes did not come together", ex);
                }
            }
        }
    }

    /** Without what a clock has written, which differs from run to run. */
    private static Table withoutTimes(Table table) {
        return new Table(
                table.columns().stream()
                        .filter(column -> !column.name().equals("Seconds"))
                        .map(SideBySideTest::withoutTimes)
                        .toList(),
                table.rowKeys());
    }

    private static Column withoutTimes(Column column) {
        var properties = new HashMap<>(column.properties());
        properties.keySet().removeAll(Set.of("ecgdistill.trainingSeconds", "ecgdistill.latencyMillis"));
        return new Column(column.name(), column.type(), column.values(), properties);
    }
}
