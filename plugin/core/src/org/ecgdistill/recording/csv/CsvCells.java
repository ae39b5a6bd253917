package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import org.ecgdistill.recording.RecordingException;

/** Cells of a file of numbers. */
final class CsvCells {

    private CsvCells() {}

    /** The number in a cell, NaN if it is missing. */
    static double number(Path file, long line, int column, String field, CsvDialect dialect) {
        var value = dialect.number(field);
        if (Double.isNaN(value) && !CsvDialect.isMissing(field)) {
            throw new RecordingException("The file " + file + ", line " + line + ", column " + (column + 1)
                    + ": found \"" + field
                    + "\", expected a number. Correct the cell, or leave it empty if the sample is"
                    + " missing.");
        }
        return value;
    }
}
