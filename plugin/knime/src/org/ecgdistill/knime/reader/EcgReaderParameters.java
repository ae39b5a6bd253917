package org.ecgdistill.knime.reader;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgdistill.knime.reader.ReaderChoices.Broken;
import org.ecgdistill.knime.reader.ReaderChoices.Fallback;
import org.ecgdistill.knime.reader.ReaderChoices.Frames;
import org.ecgdistill.knime.reader.ReaderChoices.From;
import org.ecgdistill.knime.reader.ReaderChoices.Kind;
import org.ecgdistill.knime.reader.ReaderChoices.Measures;
import org.ecgdistill.knime.reader.ReaderChoices.Method;
import org.ecgdistill.knime.reader.ReaderChoices.Subject;
import org.ecgdistill.knime.reader.ReaderChoices.WrongChecksum;
import org.ecgdistill.knime.reader.ReaderDialog.ContentSection;
import org.ecgdistill.knime.reader.ReaderDialog.FromReference;
import org.ecgdistill.knime.reader.ReaderDialog.HasChecksums;
import org.ecgdistill.knime.reader.ReaderDialog.IsBeginningOfName;
import org.ecgdistill.knime.reader.ReaderDialog.IsFile;
import org.ecgdistill.knime.reader.ReaderDialog.KindReference;
import org.ecgdistill.knime.reader.ReaderDialog.MayBeMitBih;
import org.ecgdistill.knime.reader.ReaderDialog.MayLackSubjects;
import org.ecgdistill.knime.reader.ReaderDialog.ProblemsSection;
import org.ecgdistill.knime.reader.ReaderDialog.SourceSection;
import org.ecgdistill.knime.reader.ReaderDialog.SubjectReference;
import org.ecgdistill.knime.reader.ReaderDialog.WfdbSection;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.dataset.ReadSettings;
import org.ecgdistill.recording.dataset.SourceOptions;
import org.ecgdistill.recording.dataset.SubjectRule;
import org.ecgdistill.recording.wfdb.WfdbOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FolderSelectionWidget;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What the analyst sets: where the recordings are, what is read of them, and what is done about broken ones. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class EcgReaderParameters implements NodeParameters {

    @Layout(SourceSection.class)
    @Widget(title = "Read from", description = "A folder of recordings, or one file.")
    @ValueSwitchWidget
    @ValueReference(FromReference.class)
    From m_from = From.FOLDER;

    @Layout(SourceSection.class)
    @Widget(title = "Folder", description = "The folder with the recordings. Folders in it are looked into as well.")
    @FolderSelectionWidget
    @Effect(predicate = IsFile.class, type = EffectType.HIDE)
    FileSelection m_folder = new FileSelection();

    @Layout(SourceSection.class)
    @Widget(
            title = "File",
            description = "A header or signal file of a WFDB record, an EDF file or a CSV file. Other files of the same"
                    + " record are found beside it.")
    @FileReaderWidget(fileExtensions = {"hea", "dat", "mat", "atr", "edf", "rec", "csv", "tsv", "txt"})
    @Effect(predicate = IsFile.class, type = EffectType.SHOW)
    FileSelection m_file = new FileSelection();

    @Layout(SourceSection.class)
    @Widget(title = "Kind", description = "What the folder or file holds.")
    @ValueReference(KindReference.class)
    Kind m_kind = Kind.AUTO;

    @Layout(SourceSection.class)
    @Widget(
            title = "Subject",
            description =
                    "Which part of a recording's path names the person. All recordings of one person need the same"
                            + " name, so that they come into the same fold. It is not used where the subject is known: for"
                            + " MIT-BIH, PTB-XL and a CSV file with a subject column.")
    @ValueReference(SubjectReference.class)
    @Effect(predicate = MayLackSubjects.class, type = EffectType.SHOW)
    Subject m_subject = Subject.RECORD;

    @Layout(SourceSection.class)
    @Widget(
            title = "Separator",
            description = "The part of the file name before the first separator names the person: with _ the files"
                    + " P001_rest.edf and P001_stress.edf are of the person P001.")
    @TextInputWidget
    @Effect(predicate = IsBeginningOfName.class, type = EffectType.SHOW)
    String m_separator = "_";

    @Layout(ContentSection.class)
    @Widget(
            title = "Leads",
            description =
                    "The leads wanted, separated by commas, by the names in the files (MLII, II, V1; upper or lower"
                            + " case) or by number from 1. Empty means all leads.")
    @TextInputWidget(placeholder = "MLII, V1")
    String m_leads = "";

    @Layout(ContentSection.class)
    @Widget(title = "If a lead is missing", description = "What is done with a record that lacks one of them.")
    Fallback m_fallback = Fallback.FAIL;

    @Layout(ContentSection.class)
    @Widget(title = "Start (s)", description = "Seconds from the start of each record at which reading starts.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_start;

    @Layout(ContentSection.class)
    @Widget(
            title = "End (s)",
            description = "Seconds from the start of each record at which reading ends. Only this part of the file is"
                    + " read, however long the record is.")
    @OptionalWidget(defaultProvider = TenSeconds.class)
    Optional<Double> m_end = Optional.empty();

    @Layout(ContentSection.class)
    @Widget(
            title = "Resample to (Hz)",
            description = "The sampling rate that all signals are brought to; ECGFounder needs 500 Hz.")
    @OptionalWidget(defaultProvider = FiveHundred.class)
    Optional<Double> m_targetRate = Optional.empty();

    @Layout(ContentSection.class)
    @Widget(title = "Resampling", description = "How signals are brought to another sampling rate.")
    @ValueSwitchWidget
    Method m_resampling = Method.POLYPHASE;

    @Layout(ContentSection.class)
    @Widget(
            title = "Signal quality",
            description = "Adds columns that say how far each signal can be trusted. It is missing below 80 Hz.")
    @ValueSwitchWidget
    Measures m_quality = Measures.NONE;

    PtbXlParameters m_ptbXl = new PtbXlParameters();

    @Layout(WfdbSection.class)
    @Widget(
            title = "Leave out paced records",
            description = "Leaves out the records 102, 104, 107 and 217 of the MIT-BIH database, in which a pacemaker"
                    + " makes most beats. Studies that test on other persons than they train on do so.")
    @Effect(predicate = MayBeMitBih.class, type = EffectType.SHOW)
    boolean m_withoutPaced;

    @Layout(WfdbSection.class)
    @Advanced
    @Widget(title = "Annotations in", description = "The ending of the annotation files.")
    @TextInputWidget
    String m_annotator = "atr";

    @Layout(WfdbSection.class)
    @Advanced
    @Widget(
            title = "Several samples per frame",
            description = "What is read of a signal that was sampled faster than others of its record.")
    @ValueSwitchWidget
    Frames m_frames = Frames.EXPANDED;

    CsvParameters m_csv = new CsvParameters();

    @Layout(ProblemsSection.class)
    @Widget(title = "Broken records", description = "What is done when a record cannot be read.")
    @ValueSwitchWidget
    Broken m_broken = Broken.FAIL;

    @Layout(ProblemsSection.class)
    @Widget(
            title = "Wrong checksum",
            description =
                    "What is done when the samples of a WFDB record do not add up to the sum in its header. It can"
                            + " only be seen when whole records are read.")
    @ValueSwitchWidget
    @Effect(predicate = HasChecksums.class, type = EffectType.SHOW)
    WrongChecksum m_wrongChecksum = WrongChecksum.BROKEN;

    /** Where the recordings are, as far as it is chosen. */
    FSLocation source() {
        return (m_from == From.FOLDER ? m_folder : m_file).getFSLocation();
    }

    /**
     * Asked for when the node is configured, and not in {@code validate}: what does not pass there when a workflow is
     * opened is replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        if (source().getPath().isBlank()) {
            throw new InvalidSettingsException("No " + (m_from == From.FOLDER ? "folder" : "file")
                    + " is chosen. Choose the recordings to read in the node's dialog.");
        }
        try {
            toReadSettings();
            toSourceOptions();
        } catch (RecordingException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    ReadSettings toReadSettings() {
        return new ReadSettings(
                LeadChoice.of(m_leads, m_fallback.fallback()),
                new TimeRange(m_start, m_end.orElse(Double.POSITIVE_INFINITY)),
                m_targetRate.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                m_resampling.resampling(),
                m_broken == Broken.SKIP,
                m_wrongChecksum == WrongChecksum.READ);
    }

    SourceOptions toSourceOptions() {
        return new SourceOptions(
                new WfdbOptions(m_frames.samplesPerFrame(), m_annotator.strip()),
                !m_withoutPaced,
                m_ptbXl.toOptions(),
                m_csv.toForm(),
                new SubjectRule(m_subject.part(), m_separator));
    }

    static final class TenSeconds implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(NodeParametersInput input) {
            return 10.0;
        }
    }

    static final class FiveHundred implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(NodeParametersInput input) {
            return 500.0;
        }
    }
}
