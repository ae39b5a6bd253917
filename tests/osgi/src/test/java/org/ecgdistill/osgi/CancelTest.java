package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestPlatform.COUNTER;
import static org.ecgdistill.osgi.TestPlatform.JOIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.ecgdistill.runner.api.Cancellation;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;

/** A cancelled run stops within a second and leaves no file behind. */
class CancelTest {
    private final Knime knime = TestPlatform.withTestNodes();

    @Test
    void runningNodesStopAndOthersDoNotStart() throws IOException {
        var before = TestPlatform.temporaryFiles();
        var workflow = knime.workflow();
        var counter = workflow.add(COUNTER).set("rows", 100_000_000);
        var join = workflow.add(JOIN).from(counter).from(counter);
        var cancellation = new Cancellation();
        var cancelled = new AtomicLong();
        var listener = new RunListener() {
            @Override
            public void progress(NodeReport node, double fraction, String message) {
                if (cancelled.compareAndSet(0, System.nanoTime())) {
                    // The node has rows in its table by now.
                    new Thread(cancellation::cancel).start();
                }
            }
        };
        try (var run = workflow.run(RunOptions.defaults().with(listener).with(cancellation))) {
            var seconds = (System.nanoTime() - cancelled.get()) / 1e9;
            assertTrue(seconds < 1, () -> "it took " + seconds + " s to stop");
            assertEquals(NodeState.CANCELLED, run.node(counter).state());
            assertEquals(NodeState.CONFIGURED, run.node(join).state());
            assertFalse(run.succeeded());
        }
        assertEquals(before, TestPlatform.temporaryFiles());
    }

    @Test
    void aFinishedRunLeavesNoFileBehindEither() throws IOException {
        var before = TestPlatform.temporaryFiles();
        var workflow = knime.workflow();
        workflow.add(COUNTER);
        workflow.add(COUNTER).set("failAt", 1);
        workflow.run().close();
        assertEquals(before, TestPlatform.temporaryFiles());
    }

    @Test
    void aRunThatIsCancelledBeforehandExecutesNothing() {
        var workflow = knime.workflow();
        var counter = workflow.add(COUNTER);
        var cancellation = new Cancellation();
        cancellation.cancel();
        try (var run = workflow.run(RunOptions.defaults().with(cancellation))) {
            assertEquals(NodeState.CONFIGURED, run.node(counter).state());
        }
    }
}
