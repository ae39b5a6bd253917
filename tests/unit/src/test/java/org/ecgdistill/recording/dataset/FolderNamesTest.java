package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What recordings of a folder are called, and whose they are. */
class FolderNamesTest {

    @TempDir
    Path folder;

    private void file(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<DataSetEntry> entries(SourceKind kind, SubjectRule rule, CsvForm form) {
        var defaults = SourceOptions.DEFAULT;
        var options = new SourceOptions(defaults.wfdb(), true, defaults.ptbXl(), form, rule);
        return Sources.open(folder, kind, options, Progress.NONE).entries();
    }

    private List<DataSetEntry> csv() {
        return entries(SourceKind.CSV, SubjectRule.RECORD, CsvForm.leadsInColumns(500));
    }

    private static List<String> names(List<DataSetEntry> entries) {
        return entries.stream().map(DataSetEntry::name).toList();
    }

    private static List<String> subjects(List<DataSetEntry> entries) {
        return entries.stream().map(DataSetEntry::subject).toList();
    }

    @Test
    void filesOfTheSameNameInTwoFoldersAreTwoRecordsOfTwoPersons() throws IOException {
        for (var path : List.of("p1/ecg.csv", "p2/ecg.csv", "other.csv")) {
            file(path, "I,II\n1,2\n3,4\n");
        }
        assertEquals(List.of("other", "p1/ecg", "p2/ecg"), names(csv()));
        assertEquals(List.of("other", "p1/ecg", "p2/ecg"), subjects(csv()));
    }

    @Test
    void filesThatDifferInTheirEndingAreTwoRecords() throws IOException {
        for (var path : List.of("x.edf", "x.rec", "y.edf", "z.edf", "z.edf.rec")) {
            file(path, "0");
        }
        var edf = entries(SourceKind.EDF, SubjectRule.RECORD, CsvForm.leadsInColumns(500));
        assertEquals(List.of("x.edf", "x.rec", "y", "z", "z.edf.rec"), names(edf));
        assertEquals(names(edf), subjects(edf));
        file("x.csv", "1,2\n");
        file("x.txt", "1,2\n");
        assertEquals(List.of("x.csv", "x.txt"), names(csv()));
    }

    @Test
    void rowsOfTwoFilesAreDifferentRecords() throws IOException {
        var rows = CsvForm.recordsInRows(100);
        file("p1/beats.csv", "1,2\n3,4\n");
        file("p2/beats.csv", "5,6\n");
        var unnamed = entries(SourceKind.CSV, SubjectRule.RECORD, rows);
        assertEquals(List.of("p1/beats-1", "p1/beats-2", "p2/beats-1"), names(unnamed));
        file("p1/beats.csv", "id,s1,s2\na,1,2\nb,3,4\n");
        file("p2/beats.csv", "id,s1,s2\na,1,2\nc,3,4\n");
        var named = entries(SourceKind.CSV, SubjectRule.RECORD, rows);
        assertEquals(List.of("p1/beats-a", "b", "p2/beats-a", "c"), names(named));
        assertEquals(names(named), subjects(named));
        var folders = new SubjectRule(SubjectRule.Part.FIRST_FOLDER, "");
        assertEquals(List.of("p1", "p1", "p2", "p2"), subjects(entries(SourceKind.CSV, folders, rows)));
        var column = new CsvForm(CsvForm.Layout.RECORDS_IN_ROWS, 100, "mV", Optional.empty(), Optional.of("id"));
        assertEquals(
                List.of("a", "b", "a", "c"),
                subjects(entries(SourceKind.CSV, folders, column)),
                "the file itself knows better");
    }

    @ParameterizedTest
    @CsvSource({
        "RECORD, p1/visit2/P7_rest, p1/visit2/P7_rest",
        "FIRST_FOLDER, p1/visit2/P7_rest, p1",
        "FIRST_FOLDER, P7_rest, P7_rest",
        "LAST_FOLDER, visit2/p1/P7_rest, p1",
        "LAST_FOLDER, p1/P7_rest, p1",
        "LAST_FOLDER, P7_rest, P7_rest",
        "BEGINNING_OF_NAME, visit_2/P7_rest, P7",
        "BEGINNING_OF_NAME, P7_rest_2, P7",
        "BEGINNING_OF_NAME, P7, P7",
        "BEGINNING_OF_NAME, p1/_P7, p1/_P7",
    })
    void aPartOfThePathNamesThePerson(SubjectRule.Part part, String record, String subject) throws IOException {
        var rule = new SubjectRule(part, "_");
        file(record + ".csv", "1,2\n3,4\n");
        file(record + ".edf", "0");
        file(record + ".hea", "rec 0 250 0\n");
        for (var kind : List.of(SourceKind.CSV, SourceKind.EDF, SourceKind.WFDB)) {
            assertEquals(List.of(subject), subjects(entries(kind, rule, CsvForm.leadsInColumns(500))));
        }
    }

    @Test
    void aSeparatorIsNeeded() {
        var message = assertThrows(
                        RecordingException.class, () -> new SubjectRule(SubjectRule.Part.BEGINNING_OF_NAME, ""))
                .getMessage();
        assertTrue(message.contains("no separator"), message);
    }

    @Test
    void aHeaderThatWinsOverAnotherFileIsToldOf() throws IOException {
        file("x.hea", "x 0 250 0\n");
        file("x.csv", "1,2\n3,4\n");
        file("y.csv", "1,2\n3,4\n");
        var single = Sources.open(folder.resolve("x.csv"), SourceOptions.DEFAULT, Progress.NONE);
        assertEquals(SourceKind.WFDB, single.kind());
        assertTrue(
                single.remarks().get(0).contains("x.csv was not read")
                        && single.remarks().get(0).contains("x.hea"),
                single.remarks().toString());
        var all = Sources.open(folder, SourceOptions.DEFAULT, Progress.NONE);
        assertEquals(SourceKind.WFDB, all.kind());
        assertEquals(1, all.remarks().size());
        assertTrue(
                all.remarks().get(0).contains("1 file has the name of a WFDB record and was not read")
                        && all.remarks().get(0).contains("x.csv"),
                all.remarks().toString());
        assertEquals(
                List.of(),
                Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE)
                        .remarks(),
                "who says what is to be read knows");
    }
}
