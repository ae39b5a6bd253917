package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.csv.TextTable;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of recordings from a table beside them. */
class LabelsTest {

    @TempDir
    Path folder;

    private void file(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void records(String... names) throws IOException {
        for (var name : names) {
            file(name + ".hea", name.substring(name.lastIndexOf('/') + 1) + " 0 250 0\n");
        }
    }

    private DataSet open(LabelOptions labels) {
        return Sources.open(folder, SourceOptions.DEFAULT.withLabels(labels), Progress.NONE);
    }

    private static LabelOptions columns(String record, String label, String subject) {
        return new LabelOptions(Optional.empty(), LabelOptions.HeaderRow.DETECTED, record, label, subject);
    }

    private static String labels(DataSet set) {
        return set.entries().stream()
                .map(entry -> entry.name() + "=" + entry.label().orElse("?"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> subjects(DataSet set) {
        return set.entries().stream().map(DataSetEntry::subject).toList();
    }

    private String refusal(LabelOptions labels) {
        return assertThrows(RecordingException.class, () -> open(labels)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1,N\nA2,AF\n",
                "A1;N\nA2;AF\n",
                "Record,Label\nA1,N\nA2,AF\n",
                "label,record_id\nN,A1\nAF,A2\n",
                "age,Diagnosis,ECG file\n61,N,A1.hea\n62,AF,A2.mat\n",
                "recording,finding\nA1,N\nA2,AF\n",
                "study,class\nA1,N\nA2,AF\n",
                "61,A1,N\n62,A2,AF\n",
                "A1,N\nA1.hea,N\nA2,AF\n",
            })
    void columnsAreFound(String table) throws IOException {
        records("A1", "A2");
        file("REFERENCE.csv", table);
        var set = open(LabelOptions.DEFAULT);
        assertEquals("A1=N A2=AF", labels(set));
        assertEquals(List.of("A1", "A2"), subjects(set));
        assertEquals(List.of(), set.remarks());
    }

    @Test
    void columnsAreChosenByNameOrNumber() throws IOException {
        records("A1", "A2");
        file("labels.csv", "id,who,label,second\nA1,p1,N,x\nA2,p1,AF,y\n");
        assertEquals("A1=N A2=AF", labels(open(LabelOptions.DEFAULT)));
        assertEquals("A1=x A2=y", labels(open(columns("", "SECOND", ""))));
        assertEquals("A1=x A2=y", labels(open(columns("1", "4", ""))));
        assertEquals(List.of("p1", "p1"), subjects(open(columns("", "", "who"))));
        assertTrue(refusal(columns("", "third", "")).contains("no column \"third\"; it has 4 columns, named id, who"));
        assertTrue(refusal(columns("5", "", "")).contains("a number from 1 to 4"));
        assertTrue(refusal(columns("id", "id", "")).contains("column 1 cannot hold both"));
    }

    @Test
    void aPersonInTheTableCountsWithoutBeingChosen() throws IOException {
        records("v1/A", "v2/A", "v2/B");
        file("labels.csv", "record,Patient ID,label\nv1/A,p7,N\nv2/A,p7,N\nB,,N\n");
        var set = open(LabelOptions.DEFAULT);
        assertEquals(List.of("p7", "p7", "v2/B"), subjects(set));
        assertEquals(
                List.of("1 recording has no subject in the table labels.csv; the first is \"v2/B\"."), set.remarks());
    }

    @Test
    void aHeaderIsFoundOrGiven() throws IOException {
        records("record", "A2");
        file("labels.csv", "record,N\nA2,AF\n");
        assertEquals("A2=AF record=N", labels(open(LabelOptions.DEFAULT)), "a recording may be called record");
        file("labels.csv", "x,y\nA2,AF\n");
        var none = new LabelOptions(Optional.empty(), LabelOptions.HeaderRow.ABSENT, "", "", "");
        var some = new LabelOptions(Optional.empty(), LabelOptions.HeaderRow.PRESENT, "x", "y", "");
        assertEquals(2, open(none).remarks().size(), "the header counts as a recording that is not there");
        assertEquals(1, open(some).remarks().size());
        file("labels.csv", "x,y,z\nA2,AF,1\n");
        assertTrue(refusal(new LabelOptions(Optional.empty(), LabelOptions.HeaderRow.PRESENT, "", "", ""))
                .contains("unclear which column holds the labels; its columns are x, y, z"));
    }

    @ParameterizedTest
    @CsvSource({
        "p1/ecg,         1",
        "p2/ecg.hea,     2",
        "P2/ECG,         2",
        "training/p1/ecg, 1",
        "p2\\ecg,        2",
        "other,          0",
        "OTHER.mat,      0",
        "set-a/other.csv, 0",
    })
    void namesMatchWithoutFolderEndingAndCase(String written, int index) throws IOException {
        records("other", "p1/ecg", "p2/ecg");
        file("labels.csv", "record,label\n" + written + ",AF\n");
        var entries = open(LabelOptions.DEFAULT).entries();
        for (var i = 0; i < 3; i++) {
            assertEquals(
                    i == index ? Optional.of("AF") : Optional.empty(),
                    entries.get(i).label());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecg", "p3/ecg", "p1/", "/", ".hea", "A\u0130"})
    void namesThatFitSeveralRecordingsOrNoneAreNotUsed(String written) throws IOException {
        records("other", "p1/ecg", "p2/ecg", "A1");
        file("labels.csv", "record,label\nA1,N\n" + written + ",AF\n");
        var set = open(LabelOptions.DEFAULT);
        assertEquals(
                1,
                set.entries().stream()
                        .filter(entry -> entry.label().isPresent())
                        .count());
        assertTrue(
                set.remarks()
                        .get(0)
                        .contains(
                                written.equals("ecg")
                                        ? "1 name fits several recordings"
                                        : "names 1 recording that is not there"),
                set.remarks().toString());
    }

    @Test
    void namesThatDifferInTheirCapitalsAreTwo() throws IOException {
        records("b", "B");
        file("labels.csv", "record,label\nb,N\nB,AF\n");
        if (open(LabelOptions.DEFAULT).entries().size() == 2) {
            assertEquals("B=AF b=N", labels(open(LabelOptions.DEFAULT)));
        }
    }

    @Test
    void whatDoesNotFitIsCounted() throws IOException {
        records("A1", "A2", "A3");
        file("REFERENCE.csv", "A1,N\nB1,N\nB2,AF\nA2,\n");
        var set = open(LabelOptions.DEFAULT);
        assertEquals("A1=N A2=? A3=?", labels(set));
        assertEquals(
                List.of(
                        "The table REFERENCE.csv names 2 recordings that are not there; the first is \"B1\".",
                        "2 recordings have no label in the table REFERENCE.csv; the first is \"A2\"."),
                set.remarks());
        var single = Sources.open(
                folder.resolve("A1.hea"), SourceOptions.DEFAULT.withLabels(LabelOptions.DEFAULT), Progress.NONE);
        assertEquals("A1=N", labels(single));
        assertEquals(List.of(), single.remarks(), "of one file, the others are not looked for");
    }

    @Test
    void aTableThatDoesNotFitIsRefused() throws IOException {
        records("A1", "A2");
        file("labels.csv", "id,label\nB1,N\n");
        assertTrue(refusal(LabelOptions.DEFAULT)
                .contains(
                        "names none of the recordings: its first name is \"B1\" in column 1, and the first recording is"
                                + " \"A1\""));
        file("labels.csv", "id,label\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("no rows below its header"));
        file("labels.csv", "A1,N\nA2,N\nA1.hea,AF\n");
        assertTrue(refusal(LabelOptions.DEFAULT)
                .contains("has two labels for the recording A1: \"N\" in row 1 and \"AF\" in row 3"));
        file("labels.csv", "id,label,patient\nA1,N,p1\nA1,N,p2\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("has two subjects for the recording A1"));
        file("labels.csv", "A1\nA2\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("found 1 column, expected at least 2"));
        file("labels.csv", "A1,N\nA2\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("row 2: found 1 field, expected at least 2"));
        file("labels.csv", "A1,N\n,AF\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("row 2: the name of the recording is missing"));
    }

    /** Whatever stands in the table, there are labels or a sentence. */
    @Test
    void anyTextIsReadOrRefusedWithASentence() throws IOException {
        records("A1", "A2");
        var random = new Random(7);
        var pieces = List.of(
                "A1", "A2", "a1.hea", ",", ";", "\t", "|", "\"", "\n", "\r", " ", "record", "label", "N", "é", "/");
        var read = 0;
        for (var i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(30); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            file("labels.csv", text.toString());
            try {
                assertEquals(2, open(LabelOptions.DEFAULT).entries().size());
                read++;
            } catch (RecordingException ex) {
                assertTrue(
                        ex.getMessage().contains("labels.csv")
                                && ex.getMessage().endsWith("."),
                        ex.getMessage());
            }
        }
        assertTrue(read > 10 && read < 490, read + " of 500 were read");
    }

    @Test
    void theTableIsLookedForInTheFolder() throws IOException {
        records("A1", "below/A2");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("found neither REFERENCE.csv nor labels.csv"));
        file("below/REFERENCE.csv", "A1,deep\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("has no table of labels"));
        file("Labels.CSV", "A1,1\n");
        assertEquals("A1=1 below/A2=?", labels(open(LabelOptions.DEFAULT)));
        file("REFERENCE-v3.csv", "A1,2\n");
        assertEquals("A1=2 below/A2=?", labels(open(LabelOptions.DEFAULT)));
        file("REFERENCE-original.csv", "A1,3\n");
        assertTrue(refusal(LabelOptions.DEFAULT).contains("REFERENCE-original.csv, REFERENCE-v3.csv"));
        file("REFERENCE.csv", "A1,4\n");
        assertEquals("A1=4 below/A2=?", labels(open(LabelOptions.DEFAULT)));
        var chosen = TextTable.read(folder.resolve("REFERENCE-v3.csv"), Progress.NONE);
        assertEquals("A1=2 below/A2=?", labels(open(LabelOptions.DEFAULT.with(chosen))));
    }

    /** In a folder of CSV files, the table is not taken for a recording. */
    @Test
    void theTableIsNoRecording() throws IOException {
        file("A1.csv", "I,II\n1,2\n3,4\n");
        file("A2.csv", "I,II\n1,2\n3,4\n");
        file("labels.csv", "A1,N\nA2,AF\n");
        assertEquals(
                3,
                Sources.open(folder, SourceOptions.DEFAULT, Progress.NONE)
                        .entries()
                        .size());
        assertEquals("A1=N A2=AF", labels(open(LabelOptions.DEFAULT)));
        assertEquals(
                "A1=N A2=AF",
                labels(Sources.open(
                        folder,
                        SourceKind.CSV,
                        SourceOptions.DEFAULT.withLabels(LabelOptions.DEFAULT),
                        Progress.NONE)));
    }

    /** A table with a row for each recording has labels of its own, which give way. */
    @Test
    void labelsOfTheTableReplaceOthers() throws IOException {
        file("beats.csv", "id,label,s1,s2\na,normal,1,2\nb,abnormal,3,4\n");
        file("labels.csv", "id,label\na,AF\n");
        var rows = new CsvForm(CsvForm.Layout.RECORDS_IN_ROWS, 100, "mV", Optional.of("label"), Optional.empty());
        var defaults = SourceOptions.DEFAULT;
        var options = new SourceOptions(defaults.wfdb(), true, defaults.ptbXl(), rows, defaults.subjects());
        assertEquals(
                "a=AF b=?",
                labels(Sources.open(folder, SourceKind.CSV, options.withLabels(LabelOptions.DEFAULT), Progress.NONE)));
    }

    @Test
    @Tag("data")
    void recordingsOfTheChallengeOf2017() throws IOException {
        var place = Shared.data("cinc2017");
        var set = Sources.open(place, SourceOptions.DEFAULT.withLabels(LabelOptions.DEFAULT), Progress.NONE);
        assertEquals(SourceKind.WFDB, set.kind());
        assertEquals(List.of(), set.remarks());
        // A second method: the file's lines, cut at the only comma.
        var expected = new ArrayList<String>();
        for (var line : Files.readAllLines(place.resolve("REFERENCE.csv"))) {
            expected.add(line.substring(0, line.indexOf(',')) + "=" + line.substring(line.indexOf(',') + 1));
        }
        assertEquals(700, expected.size());
        expected.sort(null);
        assertEquals(String.join(" ", expected), labels(set));
        assertEquals(700, subjects(set).stream().distinct().count());
    }
}
