package org.ecgdistill.recording.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.recording.RecordingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @TempDir
    Path folder;

    @Test
    void quotedFields() throws IOException {
        var rows = read("id,text\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,\n").rows();
        assertEquals(2, rows.size());
        assertEquals("a, \"b\"\nc", rows.get(0).get("text"));
        assertEquals("", rows.get(1).get("text"));
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        says("row 3: found 1 fields, expected 2", "a,b\n1,2\n3\n");
        says("quoted field that began in row 2", "a,b\n1,\"2\n3,4\n");
        says("empty", "");
        var row = read("a,b\n1,2\n").rows().get(0);
        var message = assertThrows(RecordingException.class, () -> row.get("c")).getMessage();
        assertTrue(message.contains("no column \"c\""), message);
        var file = Files.write(folder.resolve("t.csv"), "ä".getBytes(StandardCharsets.ISO_8859_1));
        message = assertThrows(RecordingException.class, () -> CsvTable.read(file))
                .getMessage();
        assertTrue(message.contains("UTF-8"), message);
    }

    private void says(String part, String text) {
        var message = assertThrows(RecordingException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(part) && message.contains("t.csv"), message);
    }

    private CsvTable read(String text) throws IOException {
        return CsvTable.read(Files.writeString(folder.resolve("t.csv"), text));
    }
}
