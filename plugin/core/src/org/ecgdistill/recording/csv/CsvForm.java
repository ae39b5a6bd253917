package org.ecgdistill.recording.csv;

import java.util.Optional;
import org.ecgdistill.common.Words;
import org.ecgdistill.recording.RecordingException;

/**
 * How to read a file of numbers.
 *
 * @param rate samples per second
 * @param units of the numbers, unless the file has a row of units
 * @param labelColumn name of the column with the label of each record, in files with one row per record
 * @param subjectColumn name of the column with the subject of each record, in files with one row per record
 */
public record CsvForm(
        Layout layout, double rate, String units, Optional<String> labelColumn, Optional<String> subjectColumn) {

    /** What a column and a row are. */
    public enum Layout {
        LEADS_IN_COLUMNS,
        RECORDS_IN_ROWS
    }

    public CsvForm {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new RecordingException("The sampling rate is " + Words.number(rate)
                    + " Hz; it must be above 0. A CSV file does not state its sampling rate: enter it.");
        }
    }

    public static CsvForm leadsInColumns(double rate) {
        return new CsvForm(Layout.LEADS_IN_COLUMNS, rate, "mV", Optional.empty(), Optional.empty());
    }

    public static CsvForm recordsInRows(double rate) {
        return new CsvForm(Layout.RECORDS_IN_ROWS, rate, "mV", Optional.empty(), Optional.empty());
    }
}
