package org.ecgdistill.knime.reader;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.common.QualityColumns;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.dataset.ReadSettings;
import org.ecgdistill.recording.dataset.SourceOptions;
import org.ecgdistill.recording.wfdb.SamplesPerFrame;
import org.ecgdistill.recording.wfdb.WfdbOptions;
import org.ecgdistill.signal.resample.Resampling;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The node's settings: where the recordings are, what is read from them, and what happens to broken ones. */
@LoadDefaultsForAbsentFields
final class EcgReaderParameters extends SourceParameters {

    @Section(title = "Recordings")
    interface SourceSection {}

    @Section(title = "Labels")
    @After(SourceSection.class)
    interface LabelsSection {}

    @Section(title = "Signals")
    @After(LabelsSection.class)
    interface ContentSection {}

    @Section(title = "PTB-XL", description = "Settings for PTB-XL.")
    @After(ContentSection.class)
    @Effect(predicate = MayBePtbXl.class, type = EffectType.SHOW)
    interface PtbXlSection {}

    @Section(title = "MIT-BIH and other WFDB records", description = "Settings for WFDB records.")
    @After(PtbXlSection.class)
    @Effect(predicate = MayBeWfdb.class, type = EffectType.SHOW)
    interface WfdbSection {}

    @Section(title = "CSV", description = "Settings for CSV files.")
    @After(WfdbSection.class)
    @Effect(predicate = MayBeCsv.class, type = EffectType.SHOW)
    interface CsvSection {}

    @Section(title = "Problems")
    @After(CsvSection.class)
    interface ProblemsSection {}

    @Layout(LabelsSection.class)
    LabelTableParameters m_labels = new LabelTableParameters();

    @Layout(ContentSection.class)
    @Widget(
            title = "Leads",
            description = "The leads to read, separated by commas: their names in the files (MLII, II, V1; upper or"
                    + " lower case) or their numbers, starting from 1. If empty, all leads are read.")
    @TextInputWidget(placeholder = "MLII, V1")
    String m_leads = "";

    enum Fallback {
        @Label(value = "Treat as broken", description = "The record is treated as unreadable.")
        FAIL(LeadChoice.Fallback.FAIL),
        @Label(value = "Leave out", description = "The record has no row for this lead.")
        LEAVE_OUT(LeadChoice.Fallback.LEAVE_OUT),
        @Label(
                value = "Take another",
                description = "The first lead that was not requested takes its place. The column Lead holds the name of"
                        + " the lead that was read, and the status table reports it.")
        FIRST_OTHER(LeadChoice.Fallback.FIRST_OTHER);

        private final LeadChoice.Fallback fallback;

        Fallback(LeadChoice.Fallback fallback) {
            this.fallback = fallback;
        }
    }

    @Layout(ContentSection.class)
    @Widget(title = "Missing leads", description = "What to do with a record that lacks a chosen lead.")
    Fallback m_fallback = Fallback.FAIL;

    @Layout(ContentSection.class)
    @Widget(title = "Start (s)", description = "Where reading starts, in seconds from the start of each record.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_start;

    static final class TenSeconds implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(NodeParametersInput input) {
            return 10.0;
        }
    }

    @Layout(ContentSection.class)
    @Widget(
            title = "End (s)",
            description = "Where reading ends, in seconds from the start of each record. Only this part of the file is"
                    + " read, however long the record is.")
    @OptionalWidget(defaultProvider = TenSeconds.class)
    Optional<Double> m_end = Optional.empty();

    static final class FiveHundred implements OptionalWidget.DefaultValueProvider<Double> {
        @Override
        public Double computeState(NodeParametersInput input) {
            return 500.0;
        }
    }

    @Layout(ContentSection.class)
    @Widget(
            title = "Resample to (Hz)",
            description = "The sampling rate to which all signals are resampled; ECGFounder needs 500 Hz.")
    @OptionalWidget(defaultProvider = FiveHundred.class)
    Optional<Double> m_targetRate = Optional.empty();

    enum Method {
        @Label(
                value = "Polyphase filter",
                description = "Keeps all frequencies that the lower of the two rates can carry, without aliasing.")
        POLYPHASE(Resampling.POLYPHASE),
        @Label(
                value = "Linear",
                description =
                        "Linear interpolation, as ECGFounder was trained with. Frequencies above half the new rate"
                                + " alias.")
        LINEAR(Resampling.LINEAR);

        private final Resampling resampling;

        Method(Resampling resampling) {
            this.resampling = resampling;
        }
    }

    @Layout(ContentSection.class)
    @Widget(title = "Resampling", description = "The method by which signals are resampled.")
    @ValueSwitchWidget
    Method m_resampling = Method.POLYPHASE;

    @Layout(ContentSection.class)
    @Widget(
            title = "Signal quality",
            description = "Adds columns on the quality of each signal. Values are missing below 80 Hz.")
    @ValueSwitchWidget
    QualityColumns m_quality = QualityColumns.NONE;

    @Layout(PtbXlSection.class)
    PtbXlParameters m_ptbXl = new PtbXlParameters();

    @Layout(WfdbSection.class)
    @Widget(
            title = "Leave out paced records",
            description = "Leaves out records 102, 104, 107 and 217 of the MIT-BIH database, in which most beats are"
                    + " paced, as is usual in inter-patient studies.")
    @Effect(predicate = MayBeMitBih.class, type = EffectType.SHOW)
    boolean m_withoutPaced;

    @Layout(WfdbSection.class)
    @Advanced
    @Widget(title = "Annotation file extension", description = "The extension of the annotation files, such as atr.")
    @TextInputWidget
    String m_annotator = "atr";

    enum Frames {
        @Label(value = "Every sample", description = "The signal has a higher sampling rate than its record.")
        EXPANDED(SamplesPerFrame.EXPANDED),
        @Label(value = "Mean of each frame", description = "All signals have the sampling rate of the record.")
        AVERAGED(SamplesPerFrame.AVERAGED);

        private final SamplesPerFrame samples;

        Frames(SamplesPerFrame samples) {
            this.samples = samples;
        }
    }

    @Layout(WfdbSection.class)
    @Advanced
    @Widget(
            title = "Several samples per frame",
            description = "How to read a signal that was sampled faster than others of its record.")
    @ValueSwitchWidget
    Frames m_frames = Frames.EXPANDED;

    @Layout(CsvSection.class)
    CsvParameters m_csv = new CsvParameters();

    enum Broken {
        @Label(value = "Fail", description = "The node fails and reports which record is broken and why.")
        FAIL,
        @Label(value = "Skip", description = "The other records are read. The status table reports the problem.")
        SKIP
    }

    @Layout(ProblemsSection.class)
    @Widget(title = "Broken records", description = "What to do if a record cannot be read.")
    @ValueSwitchWidget
    Broken m_broken = Broken.FAIL;

    enum WrongChecksum {
        @Label(value = "Treat as broken", description = "Samples were changed or lost since the record was written.")
        BROKEN,
        @Label(
                value = "Read anyway",
                description = "The column Checksum and the status table name the affected signals.")
        READ
    }

    @Layout(ProblemsSection.class)
    @Widget(
            title = "Wrong checksum",
            description = "What to do if the samples of a WFDB record do not match the checksum in its header. Only"
                    + " records that are read as a whole can be checked.")
    @ValueSwitchWidget
    @Effect(predicate = HasChecksums.class, type = EffectType.SHOW)
    WrongChecksum m_wrongChecksum = WrongChecksum.BROKEN;

    /**
     * Called when the node is configured, and not in {@code validate}: settings that fail there when a workflow is opened
     * are replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        if (!Places.isChosen(source())) {
            throw new InvalidSettingsException("No " + (m_from == From.FOLDER ? "folder" : "file")
                    + " is chosen. Choose the recordings to read in the node's dialog.");
        }
        m_labels.check();
        toReadSettings();
        toSourceOptions();
    }

    ReadSettings toReadSettings() {
        return new ReadSettings(
                LeadChoice.of(m_leads, m_fallback.fallback),
                new TimeRange(m_start, m_end.orElse(Double.POSITIVE_INFINITY)),
                m_targetRate.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                m_resampling.resampling,
                m_broken == Broken.SKIP,
                m_wrongChecksum == WrongChecksum.READ);
    }

    SourceOptions toSourceOptions() {
        return new SourceOptions(
                new WfdbOptions(m_frames.samples, m_annotator.strip()),
                !m_withoutPaced,
                m_ptbXl.toOptions(),
                m_csv.toForm(),
                toSubjectRule());
    }
}
