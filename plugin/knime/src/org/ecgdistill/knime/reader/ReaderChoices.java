package org.ecgdistill.knime.reader;

import java.nio.file.Path;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.csv.CsvForm;
import org.ecgdistill.recording.dataset.DataSet;
import org.ecgdistill.recording.dataset.PtbXlOptions;
import org.ecgdistill.recording.dataset.SourceKind;
import org.ecgdistill.recording.dataset.SourceOptions;
import org.ecgdistill.recording.dataset.Sources;
import org.ecgdistill.recording.dataset.SubjectRule;
import org.ecgdistill.recording.wfdb.SamplesPerFrame;
import org.ecgdistill.signal.resample.Resampling;
import org.knime.node.parameters.widget.choices.Label;

/** What can be chosen in the node's dialog. */
final class ReaderChoices {

    private ReaderChoices() {}

    enum From {
        @Label(value = "Folder", description = "All recordings of a folder.")
        FOLDER,
        @Label(value = "File", description = "One recording, or a table of recordings.")
        FILE
    }

    enum Kind {
        @Label(value = "Find out", description = "By the names of the files.")
        AUTO,
        @Label(
                value = "WFDB",
                description = "Records of PhysioNet: headers (.hea) with signal files and annotations. A folder's file"
                        + " RECORDS says which are read; without it all are.")
        WFDB,
        @Label(
                value = "MIT-BIH Arrhythmia Database",
                description = "Knows its subjects: 201 and 202 are one man. Age and sex come from the headers.")
        MIT_BIH,
        @Label(
                value = "PTB-XL",
                description = "The folder with ptbxl_database.csv and scp_statements.csv: labels, folds, patients.")
        PTB_XL,
        @Label(value = "EDF", description = "EDF and EDF+, interrupted recordings too.")
        EDF,
        @Label(value = "CSV", description = "Numbers in text files, with the settings below.")
        CSV;

        DataSet open(Path source, SourceOptions options, Progress progress) {
            return this == AUTO
                    ? Sources.open(source, options, progress)
                    : Sources.open(source, SourceKind.valueOf(name()), options, progress);
        }
    }

    enum Subject {
        @Label(
                value = "Whole record name",
                description = "Each recording is of another person. Its name is its path below the folder that was"
                        + " chosen.")
        RECORD,
        @Label(
                value = "First folder",
                description = "The folder directly below the chosen one: p1 for p1/visit2/ecg.csv.")
        FIRST_FOLDER,
        @Label(
                value = "Folder of the file",
                description = "The name of the folder that the file is in: p1 for visit2/p1/ecg.csv. Folders of the"
                        + " same name elsewhere are of the same person.")
        LAST_FOLDER,
        @Label(
                value = "Beginning of the file name",
                description = "The file name up to a separator. Files in other folders with the same beginning are of"
                        + " the same person.")
        BEGINNING_OF_NAME;

        SubjectRule.Part part() {
            return SubjectRule.Part.valueOf(name());
        }
    }

    enum Fallback {
        @Label(value = "Treat as broken", description = "The record counts as one that cannot be read.")
        FAIL,
        @Label(value = "Leave out", description = "The record has no row for this lead.")
        LEAVE_OUT,
        @Label(
                value = "Take another",
                description = "The first lead that is not asked for stands in for it. The lead column names the lead"
                        + " that was taken, and the status table says so.")
        FIRST_OTHER;

        LeadChoice.Fallback fallback() {
            return LeadChoice.Fallback.valueOf(name());
        }
    }

    enum Method {
        @Label(
                value = "Polyphase filter",
                description = "Keeps all that the lower of both rates can carry, and nothing else folds into it.")
        POLYPHASE,
        @Label(
                value = "Linear",
                description = "Straight lines between samples, as ECGFounder was trained with. What is faster than half"
                        + " the new rate folds over.")
        LINEAR;

        Resampling resampling() {
            return Resampling.valueOf(name());
        }
    }

    enum Broken {
        @Label(value = "Fail", description = "The node stops and says which record is broken and why.")
        FAIL,
        @Label(
                value = "Skip",
                description = "The other records are read. The status table says what is wrong with this one.")
        SKIP
    }

    enum WrongChecksum {
        @Label(value = "Treat as broken", description = "Samples were changed or lost since the record was written.")
        BROKEN,
        @Label(value = "Read it", description = "The column Checksum and the status table say which signals are wrong.")
        READ
    }

    enum Frames {
        @Label(value = "Every sample", description = "The signal has a higher sampling rate than its record.")
        EXPANDED,
        @Label(value = "Mean of each frame", description = "All signals have the sampling rate of the record.")
        AVERAGED;

        SamplesPerFrame samplesPerFrame() {
            return SamplesPerFrame.valueOf(name());
        }
    }

    enum Measures {
        @Label(value = "None", description = "No column is added.")
        NONE,
        @Label(value = "Index", description = "One number from 0 (unusable) to 1 (clean).")
        INDEX,
        @Label(value = "All measures", description = "The index and the six measures that it is made of.")
        ALL
    }

    enum PtbXlRate {
        @Label(value = "500 Hz", description = "As recorded.")
        HZ_500(500),
        @Label(value = "100 Hz", description = "The smaller version: a fifth of the samples.")
        HZ_100(100);

        private final int rate;

        PtbXlRate(int rate) {
            this.rate = rate;
        }

        int rate() {
            return rate;
        }
    }

    enum LabelRule {
        @Label(
                value = "Normal or abnormal",
                description = "Normal if NORM is the only diagnostic superclass, abnormal if there are others and not"
                        + " NORM.")
        NORMAL_OR_ABNORMAL,
        @Label(
                value = "Superclasses",
                description = "All of NORM, MI, STTC, CD and HYP that the record has, separated by semicolons.")
        SUPERCLASSES;

        PtbXlOptions.Rule rule() {
            return PtbXlOptions.Rule.valueOf(name());
        }
    }

    enum Treatment {
        @Label(value = "Leave out", description = "The record is not read.")
        LEAVE_OUT,
        @Label(value = "No label", description = "The record is read; its class is missing.")
        WITHOUT_LABEL,
        @Label(value = "Normal", description = "It counts as normal.")
        NORMAL,
        @Label(value = "Abnormal", description = "It counts as abnormal.")
        ABNORMAL;

        PtbXlOptions.Treatment treatment() {
            return PtbXlOptions.Treatment.valueOf(name());
        }
    }

    enum CsvLayout {
        @Label(value = "One column per lead", description = "A file is a recording; each row is a moment.")
        LEADS_IN_COLUMNS,
        @Label(value = "One row per record", description = "A file is a table of recordings; each row is one of them.")
        RECORDS_IN_ROWS;

        CsvForm.Layout layout() {
            return CsvForm.Layout.valueOf(name());
        }
    }
}
