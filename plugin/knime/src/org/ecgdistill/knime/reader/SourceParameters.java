package org.ecgdistill.knime.reader;

import java.nio.file.Path;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.recording.dataset.DataSet;
import org.ecgdistill.recording.dataset.SourceKind;
import org.ecgdistill.recording.dataset.SourceOptions;
import org.ecgdistill.recording.dataset.Sources;
import org.ecgdistill.recording.dataset.SubjectRule;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FolderSelectionWidget;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;

/**
 * The place and kind of the recordings, and their subjects. A superclass and not a group, because these keys
 * stand beside the others in stored workflows.
 */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@Layout(EcgReaderParameters.SourceSection.class)
abstract class SourceParameters implements NodeParameters {

    enum From {
        @Label(value = "Folder", description = "All recordings in a folder.")
        FOLDER,
        @Label(value = "File", description = "One recording, or a table of recordings.")
        FILE
    }

    static final class FromReference implements ParameterReference<From> {}

    static final class IsFile extends IsOneOf<From> {
        IsFile() {
            super(FromReference.class, From.FILE);
        }
    }

    @Widget(title = "Read from", description = "Whether to read a folder of recordings or a single file.")
    @ValueSwitchWidget
    @ValueReference(FromReference.class)
    From m_from = From.FOLDER;

    @Widget(title = "Folder", description = "The folder with the recordings. Subfolders are searched as well.")
    @FolderSelectionWidget
    @Effect(predicate = IsFile.class, type = EffectType.HIDE)
    FileSelection m_folder = new FileSelection();

    @Widget(
            title = "File",
            description = "A header or signal file of a WFDB record, an EDF file or a CSV file. Other files of the same"
                    + " record are found in the same folder.")
    @FileReaderWidget(fileExtensions = {"hea", "dat", "mat", "atr", "edf", "rec", "csv", "tsv", "txt"})
    @Effect(predicate = IsFile.class, type = EffectType.SHOW)
    FileSelection m_file = new FileSelection();

    enum Kind {
        @Label(value = "Automatic", description = "Detected from the file names.")
        AUTO,
        @Label(
                value = "WFDB",
                description = "PhysioNet records: headers (.hea) with signal files and annotations. If the folder has a"
                        + " file RECORDS, the records listed there are read, otherwise all.")
        WFDB(SourceKind.WFDB),
        @Label(
                value = "MIT-BIH Arrhythmia Database",
                description = "Subjects are known: records 201 and 202 come from one man. Age and sex come from the"
                        + " headers.")
        MIT_BIH(SourceKind.MIT_BIH),
        @Label(
                value = "PTB-XL",
                description = "The folder with ptbxl_database.csv and scp_statements.csv, which hold labels, folds and"
                        + " patients.")
        PTB_XL(SourceKind.PTB_XL),
        @Label(value = "EDF", description = "EDF and EDF+, including discontinuous recordings.")
        EDF(SourceKind.EDF),
        @Label(value = "CSV", description = "Text files with numbers, read with the settings below.")
        CSV(SourceKind.CSV);

        private final Optional<SourceKind> kind;

        Kind() {
            this.kind = Optional.empty();
        }

        Kind(SourceKind kind) {
            this.kind = Optional.of(kind);
        }
    }

    static final class KindReference implements ParameterReference<Kind> {}

    static final class MayLackSubjects extends IsOneOf<Kind> {
        MayLackSubjects() {
            super(KindReference.class, Kind.AUTO, Kind.WFDB, Kind.EDF, Kind.CSV);
        }
    }

    static final class MayBePtbXl extends IsOneOf<Kind> {
        MayBePtbXl() {
            super(KindReference.class, Kind.AUTO, Kind.PTB_XL);
        }
    }

    static final class MayBeWfdb extends IsOneOf<Kind> {
        MayBeWfdb() {
            super(KindReference.class, Kind.AUTO, Kind.WFDB, Kind.MIT_BIH);
        }
    }

    static final class MayBeMitBih extends IsOneOf<Kind> {
        MayBeMitBih() {
            super(KindReference.class, Kind.AUTO, Kind.MIT_BIH);
        }
    }

    static final class MayBeCsv extends IsOneOf<Kind> {
        MayBeCsv() {
            super(KindReference.class, Kind.AUTO, Kind.CSV);
        }
    }

    static final class HasChecksums extends IsOneOf<Kind> {
        HasChecksums() {
            super(KindReference.class, Kind.AUTO, Kind.WFDB, Kind.MIT_BIH, Kind.PTB_XL);
        }
    }

    @Widget(title = "Kind", description = "The kind of recordings in the folder or file.")
    @ValueReference(KindReference.class)
    Kind m_kind = Kind.AUTO;

    enum Subject {
        @Label(
                value = "Whole record name",
                description = "Each recording belongs to a different person, named by its path in the folder.")
        RECORD(SubjectRule.Part.RECORD),
        @Label(
                value = "First folder",
                description = "The folder directly below the chosen folder: p1 for p1/visit2/ecg.csv.")
        FIRST_FOLDER(SubjectRule.Part.FIRST_FOLDER),
        @Label(
                value = "Folder of the file",
                description =
                        "The name of the folder that contains the file: p1 for visit2/p1/ecg.csv. Folders with the"
                                + " same name elsewhere belong to the same person.")
        LAST_FOLDER(SubjectRule.Part.LAST_FOLDER),
        @Label(
                value = "Beginning of the file name",
                description =
                        "The file name up to a separator. Files with the same beginning in other folders belong to"
                                + " the same person.")
        BEGINNING_OF_NAME(SubjectRule.Part.BEGINNING_OF_NAME);

        private final SubjectRule.Part part;

        Subject(SubjectRule.Part part) {
            this.part = part;
        }
    }

    static final class SubjectReference implements ParameterReference<Subject> {}

    static final class IsBeginningOfName implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getEnum(SubjectReference.class)
                    .isOneOf(Subject.BEGINNING_OF_NAME)
                    .and(initializer.getPredicate(MayLackSubjects.class));
        }
    }

    @Widget(
            title = "Subject",
            description = "The part of a recording's path that names the person. All recordings of one person need the"
                    + " same name to come into the same fold. Ignored if the subject is known: for MIT-BIH, PTB-XL, and"
                    + " CSV files or label files with a subject column.")
    @ValueReference(SubjectReference.class)
    @Effect(predicate = MayLackSubjects.class, type = EffectType.SHOW)
    Subject m_subject = Subject.RECORD;

    @Widget(
            title = "Separator",
            description = "The part of the file name before the first separator names the person: with _ the files"
                    + " P001_rest.edf and P001_stress.edf belong to the person P001.")
    @TextInputWidget
    @Effect(predicate = IsBeginningOfName.class, type = EffectType.SHOW)
    String m_separator = "_";

    /** Where the recordings are, as far as it is chosen. */
    FSLocation source() {
        return (m_from == From.FOLDER ? m_folder : m_file).getFSLocation();
    }

    DataSet open(Path place, SourceOptions options, Progress progress) {
        return m_kind.kind
                .map(kind -> Sources.open(place, kind, options, progress))
                .orElseGet(() -> Sources.open(place, options, progress));
    }

    SubjectRule toSubjectRule() {
        return new SubjectRule(m_subject.part, m_separator);
    }
}
