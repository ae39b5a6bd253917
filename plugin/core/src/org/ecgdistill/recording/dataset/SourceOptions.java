package org.ecgdistill.recording.dataset;

import java.util.Optional;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.wfdb.WfdbOptions;

/**
 * How each kind of source is read.
 *
 * @param withPaced whether the four paced records of the MIT-BIH Arrhythmia Database are read
 * @param subjects which person was recorded, in folders of WFDB, EDF and CSV files that do not state it
 * @param labels a table beside the recordings whose labels and persons replace those of the source, if there is one
 */
public record SourceOptions(
        WfdbOptions wfdb,
        boolean withPaced,
        PtbXlOptions ptbXl,
        CsvForm csv,
        SubjectRule subjects,
        Optional<LabelOptions> labels) {

    public static final SourceOptions DEFAULT = new SourceOptions(
            WfdbOptions.DEFAULT, true, PtbXlOptions.DEFAULT, CsvForm.leadsInColumns(500), SubjectRule.RECORD);

    /** Without a table of labels. */
    public SourceOptions(WfdbOptions wfdb, boolean withPaced, PtbXlOptions ptbXl, CsvForm csv, SubjectRule subjects) {
        this(wfdb, withPaced, ptbXl, csv, subjects, Optional.empty());
    }

    /** The same with labels from a table. */
    public SourceOptions withLabels(LabelOptions other) {
        return new SourceOptions(wfdb, withPaced, ptbXl, csv, subjects, Optional.of(other));
    }
}
