package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.csv.CsvFile;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.edf.EdfFile;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder besides files: links, pipes, folders that may not be read. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: links and pipes need rights that users of Windows lack")
class LinksTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path place;

    private Path folder;
    private Path outside;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectory(place.resolve("chosen"));
        outside = Files.createDirectory(place.resolve("outside"));
        Files.writeString(folder.resolve("a.csv"), "I,II\n1,2\n3,4\n");
        Files.writeString(outside.resolve("secret.csv"), "I,II\n1,2\n3,4\n");
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), target);
    }

    private void pipe(String name) throws IOException {
        try {
            var made = new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                    .start()
                    .waitFor();
            assumeTrue(made == 0, "no pipes here");
        } catch (InterruptedException ex) {
            throw new IOException(ex);
        }
    }

    private DataSet csv() {
        return assertTimeoutPreemptively(
                SOON, () -> Sources.open(folder, SourceKind.CSV, SourceOptions.DEFAULT, Progress.NONE));
    }

    private void finds(DataSet found, int skipped, String first) {
        assertEquals(
                List.of("a"), found.entries().stream().map(DataSetEntry::name).toList());
        var remark = String.join(" ", found.remarks());
        assertTrue(
                remark.contains(
                        (skipped == 1 ? "1 file or folder was" : skipped + " files and folders were") + " left out"),
                remark);
        assertTrue(remark.contains(folder.resolve(first).toString()), remark);
    }

    private static void says(Executable reading, String... parts) {
        var message = assertTimeoutPreemptively(
                SOON, () -> assertThrows(RecordingException.class, reading).getMessage());
        for (var part : parts) {
            assertTrue(message.contains(part), message + " lacks: " + part);
        }
    }

    @Test
    void brokenLinksAreCounted() throws IOException {
        link("b.csv", folder.resolve("gone.csv"));
        link("c", folder.resolve("gone"));
        finds(csv(), 2, "b.csv");
        assertEquals(
                SourceKind.CSV,
                Sources.open(folder, SourceOptions.DEFAULT, Progress.NONE).kind());
    }

    @Test
    void aFolderThatMayNotBeReadIsCounted() throws IOException {
        var closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(closed), "this user may read everything");
            finds(csv(), 1, "closed");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void linksThatLeaveTheFolderAreNotFollowed() throws IOException {
        link("b.csv", outside.resolve("secret.csv"));
        link("out", outside);
        finds(csv(), 2, "b.csv");
    }

    @Test
    void aLinkToAFileOfTheFolderIsFollowed() throws IOException {
        var sub = Files.createDirectory(folder.resolve("sub"));
        Files.move(folder.resolve("a.csv"), sub.resolve("stored"));
        link("a.csv", sub.resolve("stored"));
        var found = csv();
        assertEquals("a", found.entries().get(0).name());
        assertEquals(2, found.entries().get(0).open().readAll().size());
        assertEquals(List.of(), found.remarks());
    }

    /** With links to all other folders in each of ten, there are a hundred million paths of eight folders. */
    @Test
    void foldersThatLinkToEachOtherAreReadOnce() throws IOException {
        link("self", folder);
        for (var i = 0; i < 10; i++) {
            Files.createDirectory(folder.resolve("f" + i));
        }
        for (var i = 0; i < 10; i++) {
            for (var j = 0; j < 10; j++) {
                link("f" + i + "/l" + j, folder.resolve("f" + j));
            }
        }
        var found = csv();
        assertEquals(1, found.entries().size());
        assertEquals(List.of(), found.remarks(), "each folder is read at its own place");
    }

    @Test
    void theChosenFolderMayBeALink() throws IOException {
        var link = Files.createSymbolicLink(place.resolve("link"), folder);
        var found = Sources.open(link, SourceKind.CSV, SourceOptions.DEFAULT, Progress.NONE);
        assertEquals("a", found.entries().get(0).name());
        assertEquals(link.resolve("a.csv").toString(), found.entries().get(0).file());
    }

    @Test
    void pipesAreLeftOut() throws IOException {
        pipe("b.csv");
        finds(csv(), 1, "b.csv");
        link("c.csv", folder.resolve("b.csv"));
        finds(csv(), 2, "b.csv");
    }

    @Test
    void aPipeThatIsChosenOrNamedIsRefused() throws IOException {
        pipe("p.csv");
        pipe("p.edf");
        pipe("p.hea");
        pipe("p.dat");
        pipe("rec.atr");
        says(() -> CsvFile.open(folder.resolve("p.csv"), CsvForm.leadsInColumns(500)), "p.csv", "a pipe");
        says(() -> EdfFile.open(folder.resolve("p.edf")), "p.edf", "a pipe");
        says(() -> Wfdb.open(folder.resolve("p")), "p.hea", "a pipe");
        Files.writeString(folder.resolve("rec.hea"), "rec 1 250 2\np.dat 16\n");
        says(() -> Wfdb.open(folder.resolve("rec")), "p.dat", "a pipe");
        Files.writeString(folder.resolve("rec.hea"), "rec 0 250 2\n");
        says(() -> Wfdb.open(folder.resolve("rec")).annotations(), "rec.atr", "a pipe");
    }

    @Test
    void aHeaderCannotReachAFileOutsideByALink() throws IOException {
        Files.write(outside.resolve("secret.dat"), new byte[8]);
        link("x.dat", outside.resolve("secret.dat"));
        Files.writeString(folder.resolve("rec.hea"), "rec 1 250 2\nx.dat 16\n");
        says(() -> Wfdb.open(folder.resolve("rec")), "x.dat", "leads out of the folder");
        link("rec.atr", outside.resolve("secret.dat"));
        Files.writeString(folder.resolve("rec.hea"), "rec 0 250 2\n");
        says(() -> Wfdb.open(folder.resolve("rec")).annotations(), "rec.atr", "leads out of the folder");
        link("sub", outside);
        Files.writeString(folder.resolve("rec.hea"), "rec 1 250 2\nsub/secret.dat 16\n");
        says(() -> Wfdb.open(folder.resolve("rec")), "secret.dat", "leads out of the folder");
    }

    @Test
    void aListCannotReachARecordOutsideByALink() throws IOException {
        Files.writeString(outside.resolve("rec.hea"), "rec 0 250 2\n");
        link("rec.hea", outside.resolve("rec.hea"));
        link("sub", outside);
        Files.writeString(folder.resolve("RECORDS"), "rec\nsub/rec\n");
        var found = Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE);
        for (var entry : found.entries()) {
            says(entry::open, "rec.hea", "leads out of the folder");
        }
        Files.writeString(outside.resolve("RECORDS"), "rec\n");
        Files.writeString(folder.resolve("RECORDS"), "sub/\n");
        says(
                () -> Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE),
                "RECORDS",
                "leads out of the folder");
    }

    @Test
    void aFileMayBeALinkToAnotherPlaceOfTheChosenFolder() throws IOException {
        var store = Files.createDirectory(folder.resolve("store"));
        var records = Files.createDirectory(folder.resolve("records"));
        Files.write(store.resolve("key"), new byte[4]);
        Files.createSymbolicLink(records.resolve("x.dat"), store.resolve("key"));
        Files.writeString(records.resolve("rec.hea"), "rec 1 250 2\nx.dat 16\n");
        var read = new ArrayList<ReadRecord>();
        new BatchReader(ReadSettings.DEFAULT)
                .read(
                        Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE),
                        read::add,
                        status -> {},
                        Progress.NONE);
        assertEquals(2, read.get(0).leads().get(0).samples().length);
    }

    @Test
    void listsThatNameEachOtherAreReadOnce() throws IOException {
        Files.writeString(folder.resolve("one.hea"), "one 0 250 2\n");
        var text = new StringBuilder("one\n");
        for (var i = 0; i < 20; i++) {
            link("l" + i, folder);
            text.append("l").append(i).append("/\n");
        }
        Files.writeString(folder.resolve("RECORDS"), text.toString());
        var found = assertTimeoutPreemptively(
                SOON, () -> Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE));
        assertEquals(
                List.of("one"), found.entries().stream().map(DataSetEntry::name).toList());
    }

    /** Eight lists with a hundred lines for the next: as many records as no computer holds. */
    @Test
    void aListThatIsNamedOftenIsReadOnce() throws IOException {
        var at = folder;
        for (var i = 0; i < 8; i++) {
            Files.writeString(at.resolve("RECORDS"), "sub/\n".repeat(100));
            at = Files.createDirectory(at.resolve("sub"));
        }
        Files.writeString(at.resolve("RECORDS"), "one\none\n");
        var found = assertTimeoutPreemptively(
                SOON, () -> Sources.open(folder, SourceKind.WFDB, SourceOptions.DEFAULT, Progress.NONE));
        assertEquals(2, found.entries().size(), "a record that is named twice is read twice");
    }
}
