package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.PlainFile;

/** Opens files of numbers. */
public final class CsvFile {

    private CsvFile() {}

    /**
     * The recordings of a file: one with its leads in columns, or one for each row.
     *
     * @throws org.ecgdistill.recording.RecordingException if it is not a table of numbers, or its rows differ in length
     */
    public static List<CsvRecording> open(Path file, CsvForm form) {
        return open(file, PlainFile.nameWithoutEnding(file), form, Progress.NONE);
    }

    /**
     * The recordings of a file.
     *
     * @param name of the recording; for rows without names, the beginning of their names
     * @throws org.ecgdistill.recording.RecordingException if it is not a table of numbers, or its rows differ in length
     */
    public static List<CsvRecording> open(Path file, String name, CsvForm form, Progress progress) {
        var head = CsvHead.of(file);
        return switch (form.layout()) {
            case LEADS_IN_COLUMNS -> List.of(ColumnsRecording.open(file, name, form, head, progress));
            case RECORDS_IN_ROWS -> RowRecording.all(file, name, form, head, progress);
        };
    }
}
