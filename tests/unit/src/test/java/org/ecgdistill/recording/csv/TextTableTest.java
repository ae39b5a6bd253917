package org.ecgdistill.recording.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.RecordingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets and scripts write them. */
class TextTableTest {

    @TempDir
    Path folder;

    private TextTable read(byte[] bytes) throws IOException {
        return TextTable.read(Files.write(folder.resolve("t.csv"), bytes), Progress.NONE);
    }

    private List<List<String>> fields(String text, Charset charset) throws IOException {
        return read(text.getBytes(charset)).rows().stream()
                .map(TextTable.Row::fields)
                .toList();
    }

    private String refusal(byte[] bytes) {
        return assertThrows(RecordingException.class, () -> read(bytes)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record,label\nA1,N\nA2,~\n",
                "record;label\r\nA1;N\r\nA2;~\r\n",
                "record\tlabel\rA1\tN\rA2\t~",
                "\uFEFFrecord | label\n\n A1 | N \n\nA2|~",
                "\"record\",\"label\"\n\"A1\",\"N\"\nA2,~\n,\n",
            })
    void delimitersLineEndsAndQuotes(String text) throws IOException {
        assertEquals(
                List.of(List.of("record", "label"), List.of("A1", "N"), List.of("A2", "~")),
                fields(text, StandardCharsets.UTF_8));
    }

    @Test
    void aDelimiterInsideALabelDoesNotDecide() throws IOException {
        assertEquals(
                List.of("A1", "NORM;MI"),
                fields("A1,NORM;MI\nA2,NORM\n", StandardCharsets.UTF_8).get(0));
        assertEquals(
                List.of("A1", "flutter, paced"),
                fields("A1;flutter, paced\nA2;N\n", StandardCharsets.UTF_8).get(0));
        assertEquals(
                List.of("A1", "a \"b\",\nc"),
                fields("A1,\"a \"\"b\"\",\nc\"\nA2,N\n", StandardCharsets.UTF_8).get(0));
    }

    @Test
    void rowsKeepTheirNumbers() throws IOException {
        assertEquals(
                List.of(1, 3),
                read("a,b\n\nc,d\n".getBytes(StandardCharsets.UTF_8)).rows().stream()
                        .map(TextTable.Row::number)
                        .toList());
    }

    @Test
    void encodings() throws IOException {
        var text = "A1,Vorhofflimmern – ähnlich\nA2,N\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            assertEquals(
                    List.of("A1", "Vorhofflimmern – ähnlich"),
                    fields(text, charset).get(0),
                    charset.name());
        }
        var little = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(List.of("A2", "N"), read(little).rows().get(1).fields());
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        assertTrue(refusal(new byte[0]).contains("is empty"));
        assertTrue(refusal(" \n;;\n".getBytes(StandardCharsets.UTF_8)).contains("is empty"));
        assertTrue(refusal("A1,\"N\nA2,N\n".getBytes(StandardCharsets.UTF_8)).contains("ends inside the quoted field"));
        var random = new Random(5);
        for (var i = 0; i < 50; i++) {
            var bytes = new byte[4096];
            random.nextBytes(bytes);
            assertTrue(refusal(bytes).contains("is not a table of text"));
        }
        assertTrue(assertThrows(RecordingException.class, () -> TextTable.read(folder, Progress.NONE))
                .getMessage()
                .contains("not a regular file"));
    }

    /** A gigabyte that takes no room on the disk. */
    @Test
    void aGigabyteIsRefusedBeforeItIsRead() throws IOException {
        var file = folder.resolve("large.csv");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        var message = assertThrows(RecordingException.class, () -> TextTable.read(file, Progress.NONE))
                .getMessage();
        assertTrue(message.contains("1073741824 bytes") && message.contains("67108864"), message);
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        var file = Files.writeString(folder.resolve("long.csv"), "A1,N\n".repeat(100_000));
        assertThrows(
                CancellationException.class,
                () -> TextTable.read(file, (fraction, message) -> {
                    throw new CancellationException();
                }));
    }
}
