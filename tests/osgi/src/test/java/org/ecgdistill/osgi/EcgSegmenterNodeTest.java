package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.Refusals.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ECG Segmenter as an analyst meets it. How signals are cut is tested where that is done. */
class EcgSegmenterNodeTest {

    /** Its value at each sample is the sample's number. */
    private static final double[] RAMP = new double[1_000];

    static {
        Arrays.setAll(RAMP, i -> i);
    }

    private final Workflow workflow = Knime.get().workflow();

    private static Table records(String[] names, double[]... signals) {
        var rates = new Double[names.length];
        Arrays.fill(rates, 100.0);
        var classes = new String[names.length];
        Arrays.fill(classes, "of the record");
        return Table.of(
                Column.strings("Record", names),
                Column.strings("Class", classes),
                Column.doubles("Sampling rate", rates),
                Column.signals("Signal", signals));
    }

    /** Beats at 1, 3, 5, 7 and 9.9 s. */
    private static Table annotations(String record) {
        return Table.of(
                Column.strings("Record", record, record, record, record, record, record),
                Column.doubles("Time", 3.0, 1.0, 2.0, 5.0, 7.0, 9.9),
                Column.strings("Symbol", "V", "N", "+", "L", "Q", "N"));
    }

    private Node segmenter(Table records, Table annotations) {
        return workflow.add(OwnNode.ECG_SEGMENTER.factory())
                .from(workflow.add(records))
                .from(workflow.add(annotations))
                .set("before", 20)
                .set("after", 30);
    }

    private Run executed() {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    private String failure() {
        try (var run = workflow.run()) {
            return run.failure().orElseThrow();
        }
    }

    @Test
    void annotatedBeatsAreCutAndLabelled() {
        var segmenter = segmenter(records(new String[] {"a"}, RAMP), annotations("a"));
        try (var run = executed()) {
            var windows = run.table(segmenter, 1);
            assertEquals(
                    List.of("Record", "Class", "Sampling rate", "Signal", "Window", "Start", "R peak", "Symbol"),
                    windows.columnNames());
            assertEquals(
                    windows.columnNames(), run.spec(segmenter, 1).orElseThrow().columnNames());
            assertEquals(List.of("N", "V", "L"), windows.column("Symbol").strings());
            assertEquals(
                    List.of("normal", "abnormal", "normal"),
                    windows.column("Class").strings());
            assertEquals(
                    List.of("a @ 100", "a @ 300", "a @ 500"),
                    windows.column("Window").strings());
            assertEquals(280L, windows.get("Start", 1));
            assertEquals(300L, windows.get("R peak", 1));
            var window = windows.column("Signal").signal(1);
            assertEquals(50, window.length);
            assertEquals(300, window[20]);
            assertSays(
                    run.node(segmenter).warning(),
                    "1 beat is left out, too close to an end of the record",
                    "1 beat is left out as unclassifiable or paced");
        }
    }

    @Test
    void theLabelPolicyIsAChoice() {
        var classes = segmenter(records(new String[] {"a"}, RAMP), annotations("a"))
                .set("label", "AAMI_CLASSES")
                .set("keepUnclassifiable", true);
        var symbols =
                segmenter(records(new String[] {"a"}, RAMP), annotations("a")).set("label", "SYMBOL_N_OR_ABNORMAL");
        try (var run = executed()) {
            assertEquals(
                    List.of("N", "V", "N", "Q"),
                    run.table(classes, 1).column("Class").strings());
            assertEquals(
                    List.of("normal", "abnormal", "abnormal"),
                    run.table(symbols, 1).column("Class").strings());
        }
    }

    @Test
    void rrIntervalsAndQualityAreColumnsByChoice() {
        var segmenter = segmenter(records(new String[] {"a"}, RAMP), annotations("a"))
                .set("rr", true)
                .set("quality", "INDEX");
        try (var run = executed()) {
            var windows = run.table(segmenter, 1);
            assertTrue(windows.column("RR previous (s)").isMissing(0));
            assertEquals(2.0, windows.get("RR next (s)", 0));
            assertEquals(2.0, windows.get("RR previous (s)", 2));
            assertEquals(1.0, windows.get("RR ratio", 1));
            assertEquals((9.9 - 1) / 4, (double) windows.get("RR local mean (s)", 1), 1e-12);
            assertTrue((double) windows.get("Quality", 0) < 0.5, "a ramp is no ECG");
        }
    }

    @Test
    void leadsOfARecordAreCutTogether() {
        var doubled = new double[RAMP.length];
        Arrays.setAll(doubled, i -> 2 * RAMP[i]);
        var segmenter = segmenter(records(new String[] {"a", "a"}, RAMP, doubled), annotations("a"));
        try (var run = executed()) {
            var windows = run.table(segmenter, 1);
            assertEquals(
                    List.of("a @ 100", "a @ 100", "a @ 300", "a @ 300", "a @ 500", "a @ 500"),
                    windows.column("Window").strings());
            assertEquals(200, windows.column("Signal").signal(1)[20]);
            assertSays(run.node(segmenter).warning(), "1 beat is left out, too close to an end");
        }
    }

    @Test
    void windowsOfFixedLengthAreLabelledByTheirBeatsOrTheirRecord() {
        var segmenter = segmenter(records(new String[] {"a", "b"}, RAMP, RAMP), annotations("a"))
                .set("windows", "FIXED")
                .set("length", 4)
                .set("stride", 2)
                .set("scale", "MIN_MAX");
        var alone = workflow.add(OwnNode.ECG_SEGMENTER.factory())
                .from(workflow.add(records(new String[] {"a"}, RAMP)))
                .set("windows", "FIXED")
                .set("length", 10);
        try (var run = executed()) {
            var windows = run.table(segmenter, 1);
            assertEquals(
                    List.of("Record", "Class", "Sampling rate", "Signal", "Window", "Start"), windows.columnNames());
            assertEquals(
                    List.of("0", "200", "400", "600", "0", "200", "400", "600"),
                    windows.column("Start").strings());
            // The beats of a: N at 1, V at 3, L at 5, Q at 7 and N at 9.9 s. Record b has no annotations.
            assertEquals(
                    List.of("abnormal", "abnormal", "normal", "normal"),
                    windows.column("Class").strings().subList(0, 4));
            assertEquals(
                    Map.of("of the record", 4L, "abnormal", 2L, "normal", 2L),
                    windows.column("Class").counts());
            var window = windows.column("Signal").signal(3);
            assertEquals(400, window.length);
            assertArrayEquals(new double[] {0, 1}, new double[] {window[0], window[399]});
            assertEquals(
                    List.of("of the record"),
                    run.table(alone, 1).column("Class").strings());
        }
    }

    /** Whatever stands in a column called Class, even the signal itself. */
    @Test
    void aColumnCalledClassMayHoldAnything() {
        var numbers = Table.of(
                Column.strings("Record", "a", "b"),
                Column.doubles("Sampling rate", 100.0, 100.0),
                Column.signals("Signal", RAMP, RAMP),
                Column.integers("Class", 7, 8));
        var signals = Table.of(
                Column.strings("Record", "a"), Column.doubles("Sampling rate", 100.0), Column.signals("Class", RAMP));
        var ofNumbers = segmenter(numbers, annotations("a")).set("windows", "FIXED");
        var ofSignals = segmenter(signals, annotations("a"));
        try (var run = executed()) {
            assertEquals(
                    List.of("abnormal", "8"),
                    run.table(ofNumbers, 1).column("Class").strings());
            var windows = run.table(ofSignals, 1);
            assertEquals(50, windows.column("Class").signal(0).length);
            assertEquals("normal", windows.get("Class (#1)", 0));
        }
    }

    /** The generator knows where its beats are. */
    @Test
    void withoutAnnotationsBeatsAreDetected() {
        var generator =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 3).set("duration", 20);
        var detected = workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(generator);
        var annotated =
                workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(generator, 1).from(generator, 2);
        var chosen = workflow.add(OwnNode.ECG_SEGMENTER.factory())
                .from(generator, 1)
                .from(generator, 2)
                .set("beats", "DETECTOR");
        try (var run = executed()) {
            var found = run.table(detected, 1);
            var truth = run.table(annotated, 1);
            assertEquals(found, run.table(chosen, 1));
            assertEquals(
                    Set.of("normal", "abnormal"), found.column("Class").counts().keySet());
            assertEquals(truth.rowCount(), found.rowCount(), 3);
            assertEquals(256, found.column("Signal").signal(0).length);
            assertTrue(!found.hasColumn("Symbol") && truth.hasColumn("Symbol"));
        }
    }

    @Test
    void whatIsMissingIsLeftOutAndToldOf() {
        var gap = RAMP.clone();
        gap[300] = Double.NaN;
        var rows = Table.of(
                Column.strings("Record", "a", "b", null, "d"),
                Column.doubles("Sampling rate", 100.0, 100.0, 100.0, null),
                Column.signals("Signal", gap, null, RAMP, RAMP));
        var marks = Table.of(
                Column.strings("Record", "a", "a", null, "a", "Row2"),
                Column.doubles("Time", 1.0, 3.0, 1.0, null, 2.0),
                Column.strings("Symbol", "N", "V", "N", "N", null));
        var segmenter = segmenter(rows, marks);
        try (var run = executed()) {
            var windows = run.table(segmenter, 1);
            assertEquals(List.of("a", "a"), windows.column("Record").strings());
            assertTrue(Double.isNaN(windows.column("Signal").signal(1)[20]), "a gap stays a gap");
            assertSays(
                    run.node(segmenter).warning(),
                    "2 rows are left out because the signal or the sampling rate is missing",
                    "3 annotations are left out",
                    "1 record has no annotations and therefore no windows; the first is \"Row2\"");
        }
    }

    @Test
    void emptyTablesGiveAnEmptyTable() {
        var segmenter = segmenter(
                records(new String[] {}),
                Table.of(Column.strings("Record"), Column.doubles("Time"), Column.strings("Symbol")));
        try (var run = executed()) {
            assertEquals(0, run.table(segmenter, 1).rowCount());
            assertEquals(8, run.table(segmenter, 1).columnNames().size());
        }
    }

    @Test
    void aRecordThatIsTooShortOrFlatGivesNoWindowsAndAWarning() {
        var segmenter = workflow.add(OwnNode.ECG_SEGMENTER.factory())
                .from(workflow.add(records(new String[] {"a", "b"}, new double[5], new double[2_000])));
        try (var run = executed()) {
            assertEquals(0, run.table(segmenter, 1).rowCount());
            assertSays(run.node(segmenter).warning(), "2 records give no windows; the first is \"a\"");
        }
    }

    @Test
    void annotationsOfAnotherRecordingAreRefused() {
        segmenter(records(new String[] {"a"}, new double[500]), annotations("a"));
        assertSays(failure(), "Record \"a\"", "sample 700", "500 samples", "read both together");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "before          | -1       | A window of -1 samples before",
                "after           | 0        | A window of 20 samples before and 0",
                "signal          | Class    | The column \"Class\" cannot serve as signal column",
                "record          | Patient  | The record column \"Patient\" is not in the input table",
                "annotationTime  | Symbol   | The column \"Symbol\" cannot serve as time column",
            })
    void unsuitableSettingsAreExplained(String key, String value, String sentence) {
        segmenter(records(new String[] {"a"}, RAMP), annotations("a")).set(key, value);
        assertSays(failure(), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | The sampling rate is 0 Hz; it must be above 0",
                "-5  | The sampling rate is -5 Hz; it must be above 0",
                "20  | Beats cannot be found in a signal of 20 Hz",
            })
    void anUnsuitableSamplingRateIsExplained(double rate, String sentence) {
        var rows = Table.of(
                Column.strings("Record", "a"), Column.doubles("Sampling rate", rate), Column.signals("Signal", RAMP));
        workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(workflow.add(rows));
        assertSays(failure(), "Record \"a\": " + sentence);
    }

    @Test
    void aTableWithoutSignalsIsExplained() {
        workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(workflow.add(Table.of(Column.strings("Record", "a"))));
        assertSays(failure(), "No signal column is chosen");
    }

    @Test
    void anAnnotationsTableWithoutTimesIsExplained() {
        var marks = Table.of(Column.strings("Record", "a"), Column.strings("Symbol", "N"));
        segmenter(records(new String[] {"a"}, RAMP), marks);
        assertSays(failure(), "No time column is chosen");
    }

    /** A table that has been cut before is cut again, and no column is lost. */
    @Test
    void namesThatAreTakenStayUnique() {
        var first = segmenter(records(new String[] {"a"}, RAMP), annotations("a"));
        var second = workflow.add(OwnNode.ECG_SEGMENTER.factory())
                .from(first)
                .set("windows", "FIXED")
                .set("length", 0.1)
                .set("stride", 0.1)
                .set("record", "Window");
        try (var run = executed()) {
            var windows = run.table(second, 1);
            assertTrue(
                    windows.hasColumn("Window (#1)") && windows.hasColumn("Start (#1)"),
                    windows.columnNames()::toString);
            assertEquals(15, windows.rowCount());
        }
    }
}
