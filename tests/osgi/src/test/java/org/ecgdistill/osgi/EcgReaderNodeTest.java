package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.Refusals.assertSays;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.ecgdistill.runner.api.Cancellation;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.NodeReport;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunListener;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ECG Reader as an analyst meets it. What is in the files is tested where they are read. */
class EcgReaderNodeTest {
    private static final int RATE = 250;

    private final Workflow workflow = Knime.get().workflow();

    @TempDir
    Path folder;

    /** Multiples of 5 µV, which format 16 keeps exactly. */
    private static double[] wave(int samples, double height) {
        var wave = new double[samples];
        Arrays.setAll(wave, i -> Math.round(200 * height * Math.sin(0.05 * i)) / 200.0);
        return wave;
    }

    private void record(String name, String... leads) throws IOException {
        var signals = new double[leads.length][];
        Arrays.setAll(signals, i -> wave(2_000, i + 1));
        RecordingFiles.wfdb(folder, name, RATE, leads, signals);
    }

    private Node reader() {
        return workflow.add(OwnNode.ECG_READER.factory()).set("folder", folder.toString());
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
    void aFolderIsReadWithDefaults() throws IOException {
        record("one", "MLII", "V1");
        record("two", "MLII", "V1");
        RecordingFiles.annotations(folder, "two", new int[] {200, 450}, new int[] {1, 5});
        var reader = reader();
        try (var run = executed()) {
            var records = run.table(reader, 1);
            assertEquals(
                    List.of(
                            "Record",
                            "Subject",
                            "Lead",
                            "Sampling rate",
                            "Signal",
                            "Class",
                            "Fold",
                            "Age",
                            "Sex",
                            "Units",
                            "Checksum"),
                    records.columnNames());
            assertEquals(
                    List.of("one", "one", "two", "two"),
                    records.column("Record").strings());
            assertEquals(
                    List.of("MLII", "V1", "MLII", "V1"), records.column("Lead").strings());
            assertArrayEquals(wave(2_000, 2), records.column("Signal").signal(3));
            assertEquals(Map.of("correct", 4L), records.column("Checksum").counts());
            assertEquals(Map.of("mV", 4L), records.column("Units").counts());
            assertNull(records.get("Class", 0));
            var annotations = run.table(reader, 2);
            assertEquals(List.of("two", "two"), annotations.column("Record").strings());
            assertEquals(List.of("N", "V"), annotations.column("Class AAMI").strings());
            assertEquals(450L, annotations.get("Sample", 1));
            assertEquals(1.8, annotations.get("Time", 1));
            assertEquals(
                    Map.of("read", 2L), run.table(reader, 3).column("Status").counts());
            assertEquals(List.of(), run.node(reader).warnings());
            for (var port = 1; port <= 3; port++) {
                assertEquals(
                        run.table(reader, port).columnNames(),
                        run.spec(reader, port).orElseThrow().columnNames());
            }
        }
    }

    @Test
    void oneFileIsReadWithWhatLiesBesideIt() throws IOException {
        record("one", "MLII");
        record("two", "MLII");
        var reader = workflow.add(OwnNode.ECG_READER.factory())
                .set("from", "FILE")
                .set("file", folder.resolve("two.dat").toString());
        try (var run = executed()) {
            assertEquals(List.of("two"), run.table(reader, 1).column("Record").strings());
        }
    }

    @Test
    void aPartAtAnotherRateIsRead() throws IOException {
        record("one", "MLII");
        RecordingFiles.annotations(folder, "one", new int[] {200, 800, 1500}, new int[] {1, 5, 1});
        var reader = reader().set("start", 2).set("end", 6).set("targetRate", 500);
        try (var run = executed()) {
            var records = run.table(reader, 1);
            assertEquals(500.0, records.get("Sampling rate", 0));
            assertEquals(2_000, records.column("Signal").signal(0).length);
            assertEquals("not checked", records.get("Checksum", 0));
            var annotations = run.table(reader, 2);
            assertEquals(1, annotations.rowCount());
            assertEquals(600L, annotations.get("Sample", 0));
            assertEquals(1.2, annotations.get("Time", 0));
        }
    }

    @Test
    void leadsAreChosenByName() throws IOException {
        record("one", "MLII", "V1");
        record("two", "V5", "V2");
        reader().set("leads", "mlii");
        assertSays(failure(), "two", "no lead \"mlii\"", "V5, V2");

        var other = Knime.get().workflow();
        var standIn = other.add(OwnNode.ECG_READER.factory())
                .set("folder", folder.toString())
                .set("leads", "mlii")
                .set("fallback", "FIRST_OTHER");
        var leavesOut = other.add(OwnNode.ECG_READER.factory())
                .set("folder", folder.toString())
                .set("leads", "mlii")
                .set("fallback", "LEAVE_OUT");
        try (var run = other.run()) {
            assertEquals(
                    List.of("MLII", "V5"), run.table(standIn, 1).column("Lead").strings());
            assertSays(run.table(standIn, 3).get("Message", 1).toString(), "V5 stands in for mlii");
            assertSays(run.node(standIn).warning(), "two", "V5 stands in for mlii");
            assertEquals(
                    List.of("one"), run.table(leavesOut, 1).column("Record").strings());
            assertSays(run.table(leavesOut, 3).get("Message", 1).toString(), "none of the requested leads");
        }
    }

    @Test
    void aBrokenRecordStopsTheNodeOrIsSkipped() throws IOException {
        record("one", "MLII");
        record("three", "MLII");
        record("two", "MLII");
        var signals = folder.resolve("three.dat");
        Files.write(signals, Arrays.copyOf(Files.readAllBytes(signals), 1001));
        reader();
        assertSays(failure(), "three.dat", "500", "2000");

        var other = Knime.get().workflow();
        var reader = other.add(OwnNode.ECG_READER.factory())
                .set("folder", folder.toString())
                .set("broken", "SKIP");
        try (var run = other.run()) {
            assertEquals(
                    List.of("one", "two"), run.table(reader, 1).column("Record").strings());
            var status = run.table(reader, 3);
            assertEquals(
                    List.of("read", "skipped", "read"), status.column("Status").strings());
            assertSays(status.get("Message", 1).toString(), "three.dat");
            assertSays(run.node(reader).warning(), "1 record was skipped", "three.dat");
        }
    }

    @Test
    void aWrongChecksumIsToldOf() throws IOException {
        record("one", "MLII");
        var signals = folder.resolve("one.dat");
        var bytes = Files.readAllBytes(signals);
        bytes[1000] ^= 1;
        Files.write(signals, bytes);
        reader();
        assertSays(failure(), "one.dat", "checksum");

        var other = Knime.get().workflow();
        var reader = other.add(OwnNode.ECG_READER.factory())
                .set("folder", folder.toString())
                .set("wrongChecksum", "READ");
        try (var run = other.run()) {
            assertEquals("wrong", run.table(reader, 1).get("Checksum", 0));
            assertSays(run.table(reader, 3).get("Message", 0).toString(), "one.dat", "checksum");
        }
    }

    @Test
    void voltagesOfAnEdfFileAreInMillivolts() throws IOException {
        var microvolts = new int[400];
        Arrays.setAll(microvolts, i -> 10 * i);
        RecordingFiles.edf(folder.resolve("holter.edf"), "ECG I", 200, microvolts);
        var reader = reader();
        try (var run = executed()) {
            var records = run.table(reader, 1);
            assertEquals("mV", records.get("Units", 0));
            assertEquals(200.0, records.get("Sampling rate", 0));
            assertEquals(1.0, records.column("Signal").signal(0)[100], 1e-9);
        }
    }

    @Test
    void aTableOfRecordsIsReadFromCsv() throws IOException {
        Files.writeString(
                folder.resolve("beats.csv"), "patient;label;s0;s1;s2\nA;normal;0,1;0,2;0,3\nB;abnormal;0,4;;0,6\n");
        var reader = reader().set("csv/layout", "RECORDS_IN_ROWS")
                .set("csv/rate", 100)
                .set("csv/label", "label")
                .set("csv/subject", "patient");
        try (var run = executed()) {
            var records = run.table(reader, 1);
            assertEquals(List.of("A", "B"), records.column("Subject").strings());
            assertEquals(List.of("normal", "abnormal"), records.column("Class").strings());
            assertArrayEquals(
                    new double[] {0.4, Double.NaN, 0.6},
                    records.column("Signal").signal(1));
        }
    }

    private void table(String path) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Time (s),I,II\n0,NaN,0.5\n0.002,1,0.25\n0.004,2,0\n");
    }

    @Test
    void filesOfTheSameNameAreOfTwoPersonsUnlessAFolderNamesThem() throws IOException {
        table("p1/rest/ecg.csv");
        table("p1/stress/ecg.csv");
        table("p2/rest/ecg.csv");
        var reader = reader();
        var byFolder = reader().set("subject", "FIRST_FOLDER");
        var byName = reader().set("subject", "BEGINNING_OF_NAME").set("separator", "c");
        try (var run = executed()) {
            var records = run.table(reader, 1);
            var names = List.of(
                    "p1/rest/ecg", "p1/rest/ecg", "p1/stress/ecg", "p1/stress/ecg", "p2/rest/ecg", "p2/rest/ecg");
            assertEquals(names, records.column("Record").strings());
            assertEquals(names, records.column("Subject").strings());
            assertEquals(Map.of("I", 3L, "II", 3L), records.column("Lead").counts());
            assertArrayEquals(
                    new double[] {Double.NaN, 1, 2}, records.column("Signal").signal(0));
            assertEquals(
                    List.of("p1", "p1", "p1", "p1", "p2", "p2"),
                    run.table(byFolder, 1).column("Subject").strings());
            assertEquals(names, run.table(byFolder, 1).column("Record").strings());
            assertEquals(Map.of("e", 6L), run.table(byName, 1).column("Subject").counts());
            assertEquals(List.of(), run.node(byFolder).warnings());
        }
        reader().set("subject", "BEGINNING_OF_NAME").set("separator", "");
        assertSays(failure(), "no separator is given");
    }

    @Test
    void whatIsLeftOutOfAFolderIsToldOf() throws IOException {
        record("one", "MLII");
        table("one.csv");
        try {
            Files.createSymbolicLink(folder.resolve("another.hea"), folder.resolve("gone.hea"));
            Files.createSymbolicLink(
                    folder.resolve("out"), folder.toAbsolutePath().getParent());
        } catch (UnsupportedOperationException | IOException ex) {
            Assumptions.abort("no links here: " + ex);
        }
        var reader = reader();
        try (var run = executed()) {
            assertEquals(List.of("one"), run.table(reader, 1).column("Record").strings());
            assertSays(
                    run.node(reader).warning(),
                    "1 file has the name of a WFDB record and was not read",
                    "one.csv",
                    "2 files and folders were left out",
                    "another.hea",
                    "does not exist");
        }
    }

    @Test
    void aConstantLeadIsToldOf() throws IOException {
        RecordingFiles.wfdb(folder, "flat", RATE, new String[] {"I", "II"}, new double[1_000], wave(1_000, 1));
        var reader = reader();
        try (var run = executed()) {
            assertEquals("read", run.table(reader, 3).get("Status", 0));
            assertSays(run.table(reader, 3).get("Message", 0).toString(), "The lead I is constant");
            assertSays(run.node(reader).warning(), "on flat", "The lead I is constant");
        }
    }

    @Test
    void theQualityOfSignalsIsMeasuredWherePossible() throws IOException {
        RecordingFiles.wfdb(folder, "flat", RATE, new String[] {"I"}, new double[1_000]);
        RecordingFiles.wfdb(folder, "slow", 50, new String[] {"I"}, wave(1_000, 1));
        var reader = reader().set("quality", "ALL");
        try (var run = executed()) {
            var records = run.table(reader, 1);
            assertEquals(18, records.columnNames().size());
            assertEquals(0.0, records.get("Quality", 0));
            assertEquals(1.0, records.get("Flat share", 0));
            assertNull(records.get("Quality", 1), "at 50 Hz nothing can be said");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "folder      |           | No folder is chosen. Choose the recordings",
                "start       | 10        | The range from 10 s to 5 s is not valid",
                "start       | -1        | must start at 0 s or later",
                "targetRate  | -5        | cannot be resampled from 250 Hz to -5 Hz",
                "kind        | PTB_XL    | scp_statements.csv does not exist",
                "kind        | NONSENSE  | Invalid value 'NONSENSE'",
                "csv/rate    | 0         | The sampling rate is 0 Hz; it must be above 0",
                "annotator   | ../../atr | The ending of annotation files is",
                "folder      | a\0b      | cannot be the name of a file or folder",
                "folder      | /nowhere  | There is no file or folder /nowhere",
            })
    void unsuitableSettingsAreExplained(String key, String value, String sentence) throws IOException {
        record("one", "MLII");
        reader().set("end", 5).set(key, value == null ? "" : value.replace("\\0", "\0"));
        assertSays(failure(), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.doc   | anything                          | holds no recordings",
                "letter.hea  | Dear colleague,                   | letter.hea, line 1",
                "absurd.hea  | absurd 1 250 1152921504606846976  | absurd.hea",
                "outside.hea | outside 1 250 9;../../etc/passwd 16 | names the file \"../../etc/passwd\"",
                "absent.hea  | absent 1 250 9;absent.dat 16      | absent.dat does not exist",
                "ragged.csv  | I,II;1,2;3                        | ragged.csv, line 3",
                "text.csv    | there is;nothing here             | no row of numbers",
                "short.edf   | 0                                 | short.edf",
            })
    void whatIsNoRecordingIsExplained(String name, String lines, String sentence) throws IOException {
        Files.writeString(folder.resolve(name), lines.replace(';', '\n') + "\n");
        reader();
        assertSays(failure(), sentence);
    }

    /** Nothing to read is no fault of the node's, but it says so. */
    @Test
    void aKindOfWhichThereIsNothingGivesAWarningAndEmptyTables() throws IOException {
        record("one", "MLII");
        var reader = reader().set("kind", "EDF");
        try (var run = executed()) {
            assertEquals(0, run.table(reader, 1).rowCount());
            assertSays(run.node(reader).warning(), "No records were found");
        }
    }

    @Test
    void progressIsToldByRecordAndACancelStopsWithinASecond() throws IOException {
        record("one", "MLII");
        Files.write(folder.resolve("RECORDS"), Collections.nCopies(100_000, "one"));
        var reader = reader();
        var messages = Collections.synchronizedList(new ArrayList<String>());
        var cancellation = new Cancellation();
        var cancelled = new AtomicLong();
        var listener = new RunListener() {
            @Override
            public void progress(NodeReport node, double fraction, String message) {
                messages.add(message);
                if (messages.size() > 3 && cancelled.compareAndSet(0, System.nanoTime())) {
                    new Thread(cancellation::cancel).start();
                }
            }
        };
        try (var run = workflow.run(RunOptions.defaults().with(listener).with(cancellation))) {
            var seconds = (System.nanoTime() - cancelled.get()) / 1e9;
            assertEquals(NodeState.CANCELLED, run.node(reader).state());
            assertTrue(seconds < 1, () -> "it took " + seconds + " s to stop");
            assertTrue(messages.stream().anyMatch(message -> message.contains("of 100000")), messages::toString);
        }
    }
}
