package org.ecgdistill.recording.dataset;

import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.wfdb.WfdbOptions;

/**
 * How each kind of source is read.
 *
 * @param withPaced whether the four paced records of the MIT-BIH Arrhythmia Database are read
 * @param subjects which person was recorded, in folders of WFDB, EDF and CSV files that do not state it
 */
public record SourceOptions(
        WfdbOptions wfdb, boolean withPaced, PtbXlOptions ptbXl, CsvForm csv, SubjectRule subjects) {

    public static final SourceOptions DEFAULT = new SourceOptions(
            WfdbOptions.DEFAULT, true, PtbXlOptions.DEFAULT, CsvForm.leadsInColumns(500), SubjectRule.RECORD);
}
