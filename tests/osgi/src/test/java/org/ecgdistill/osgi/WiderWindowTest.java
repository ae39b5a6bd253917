package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.Refusals.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;

/** The ECG Segmenter's second, longer window. */
class WiderWindowTest {
    private static final double[] RAMP = new double[1_000];

    static {
        Arrays.setAll(RAMP, i -> i);
    }

    private final Workflow workflow = Knime.get().workflow();

    private Node records(String signal) {
        return workflow.add(Table.of(
                Column.strings("Record", "a"), Column.doubles("Sampling rate", 100.0), Column.signals(signal, RAMP)));
    }

    private Node segmenter(Node records) {
        return workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(records);
    }

    /** At 1, 3 and 5 s. */
    private Node beats() {
        return workflow.add(Table.of(
                Column.strings("Record", "a", "a", "a"),
                Column.doubles("Time", 1.0, 3.0, 5.0),
                Column.strings("Symbol", "N", "V", "N")));
    }

    @Test
    void aWiderWindowStandsBesideEachWindow() {
        var segmenter = segmenter(records("Signal"))
                .from(beats())
                .set("scale", "Z_SCORE")
                .set("context/add", true)
                .set("context/length", 4)
                .set("before", 20)
                .set("after", 30)
                .set("quality", "INDEX");
        var fixed = segmenter(records("Signal"))
                .set("windows", "FIXED")
                .set("length", 1)
                .set("stride", 2)
                .set("context/add", true);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var windows = run.table(segmenter, 1);
            assertEquals(
                    List.of(
                            "Record",
                            "Sampling rate",
                            "Signal",
                            "Class",
                            "Window",
                            "Start",
                            "R peak",
                            "Symbol",
                            "Context",
                            "Quality"),
                    windows.columnNames());
            assertEquals(
                    windows.columnNames(), run.spec(segmenter, 1).orElseThrow().columnNames());
            // Each sample of the ramp is its own number. The first window would begin before the record.
            var starts = new int[] {0, 100, 300};
            for (var row = 0; row < 3; row++) {
                assertArrayEquals(
                        Arrays.copyOfRange(RAMP, starts[row], starts[row] + 400),
                        windows.column("Context").signal(row));
                assertEquals(50, windows.column("Signal").signal(row).length);
            }
            var whole = run.table(fixed, 1);
            assertEquals(5, whole.rowCount());
            assertArrayEquals(RAMP, whole.column("Context").signal(2), "the record is ten seconds long");
        }
    }

    /** If no column has the usual name, the last column of lists is the signal, but never a wider window. */
    @Test
    void theNextNodeTakesTheWindowAsSignal() {
        var first = segmenter(records("ECG"))
                .set("windows", "FIXED")
                .set("length", 1)
                .set("context/add", true);
        var second = segmenter(first).set("windows", "FIXED").set("length", 0.5);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var windows = run.table(second, 1);
            assertEquals(50, windows.column("ECG").signal(0).length);
            assertEquals(1_000, windows.column("Context").signal(0).length);
        }
    }

    @Test
    void aLengthOfZeroIsExplained() {
        segmenter(records("Signal")).set("context/add", true).set("context/length", 0);
        try (var run = workflow.run()) {
            assertSays(run.failure().orElseThrow(), "A wider window of 0 s is not possible");
        }
    }
}
