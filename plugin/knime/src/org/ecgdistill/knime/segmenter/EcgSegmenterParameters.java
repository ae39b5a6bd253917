package org.ecgdistill.knime.segmenter;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.segmenter.SegmenterChoices.Beats;
import org.ecgdistill.knime.segmenter.SegmenterChoices.Measures;
import org.ecgdistill.knime.segmenter.SegmenterChoices.Scale;
import org.ecgdistill.knime.segmenter.SegmenterChoices.Scheme;
import org.ecgdistill.knime.segmenter.SegmenterChoices.Windows;
import org.ecgdistill.knime.segmenter.SegmenterDialog.BeatsReference;
import org.ecgdistill.knime.segmenter.SegmenterDialog.BeatsSection;
import org.ecgdistill.knime.segmenter.SegmenterDialog.ColumnsSection;
import org.ecgdistill.knime.segmenter.SegmenterDialog.IsAroundBeats;
import org.ecgdistill.knime.segmenter.SegmenterDialog.IsDetected;
import org.ecgdistill.knime.segmenter.SegmenterDialog.OutputSection;
import org.ecgdistill.knime.segmenter.SegmenterDialog.WindowsReference;
import org.ecgdistill.knime.segmenter.SegmenterDialog.WindowsSection;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.segment.BeatSegmenter;
import org.ecgdistill.signal.segment.BeatWindow;
import org.ecgdistill.signal.segment.LabelPolicy;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What the analyst sets: which windows are cut, what label each gets, and what else is known of it. */
@LoadDefaultsForAbsentFields
final class EcgSegmenterParameters implements NodeParameters {

    @Layout(WindowsSection.class)
    @Widget(title = "Windows", description = "What a window is.")
    @ValueSwitchWidget
    @ValueReference(WindowsReference.class)
    Windows m_windows = Windows.BEATS;

    @Layout(WindowsSection.class)
    @Widget(title = "Samples before the R peak", description = "128 samples are 0.36 s at 360 Hz.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    int m_before = 128;

    @Layout(WindowsSection.class)
    @Widget(
            title = "Samples from the R peak on",
            description = "The R peak itself is the first of them. With 128 before and 128 from it on, a window has 256"
                    + " samples.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    int m_after = 128;

    @Layout(WindowsSection.class)
    @Widget(title = "Length (s)", description = "How long each window is. A rest at the end of a record is left out.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.HIDE)
    double m_length = 10;

    @Layout(WindowsSection.class)
    @Widget(
            title = "Stride (s)",
            description = "From the start of a window to the start of the next; less than the length makes windows"
                    + " overlap.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.HIDE)
    double m_stride = 10;

    @Layout(WindowsSection.class)
    @Widget(
            title = "Scale",
            description = "Puts each window on a common scale. The learners of this extension can do so themselves.")
    @ValueSwitchWidget
    Scale m_scale = Scale.NONE;

    @Layout(BeatsSection.class)
    @Widget(title = "Beats from", description = "Where the places of the beats come from.")
    @ValueSwitchWidget
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    @ValueReference(BeatsReference.class)
    Beats m_beats = Beats.ANNOTATIONS;

    @Layout(BeatsSection.class)
    @Widget(
            title = "Label",
            description =
                    "What stands in the column Class of an annotated beat. A window of fixed length is normal if all"
                            + " of its beats are; else it has the most frequent class of its other beats.")
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    Scheme m_label = Scheme.AAMI_NORMAL_OR_ABNORMAL;

    @Layout(BeatsSection.class)
    @Widget(
            title = "Keep unclassifiable beats",
            description = "Beats with the symbols Q and ?. Most studies leave them out.")
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    boolean m_keepUnclassifiable;

    @Layout(BeatsSection.class)
    @Widget(
            title = "Keep paced beats",
            description =
                    "Beats that a pacemaker made or helped to make, symbols / and f. Most studies leave them out.")
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    boolean m_keepPaced;

    @Layout(OutputSection.class)
    @Widget(
            title = "RR intervals",
            description =
                    "Adds the intervals to the beats before and after, in seconds, their ratio, and the mean of the"
                            + " ten intervals around. All beats count, also those that are left out.")
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    boolean m_rr;

    @Layout(OutputSection.class)
    @Widget(
            title = "Signal quality",
            description = "Adds columns that say how far each window can be trusted. It is missing below 80 Hz.")
    @ValueSwitchWidget
    Measures m_quality = Measures.NONE;

    @Layout(ColumnsSection.class)
    @Widget(
            title = "Signal column",
            description = "The signals to cut. Without a choice, the column \"Signal\" or the last one with lists.")
    @ChoicesProvider(ColumnChoices.OfSignal.class)
    String m_signal;

    @Layout(ColumnsSection.class)
    @Widget(
            title = "Sampling rate column",
            description = "Samples per second of each row's signal, in Hz. Without a choice, the column \"Sampling"
                    + " rate\".")
    @ChoicesProvider(ColumnChoices.OfSamplingRate.class)
    String m_samplingRate;

    @Layout(ColumnsSection.class)
    @Widget(
            title = "Record column",
            description =
                    "Names the record that a row belongs to; rows of one record are its leads. Without a choice, the"
                            + " column \"Record\".")
    @ChoicesProvider(ColumnChoices.OfRecord.class)
    String m_record;

    @Layout(ColumnsSection.class)
    @Advanced
    @Widget(
            title = "Record column of the annotations",
            description = "Names the record that an annotation belongs to. Without a choice, the column \"Record\".")
    @ChoicesProvider(ColumnChoices.OfAnnotationRecord.class)
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    String m_annotationRecord;

    @Layout(ColumnsSection.class)
    @Advanced
    @Widget(
            title = "Time column of the annotations",
            description = "Seconds from the start of the record. Without a choice, the column \"Time\".")
    @ChoicesProvider(ColumnChoices.OfAnnotationTime.class)
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    String m_annotationTime;

    @Layout(ColumnsSection.class)
    @Advanced
    @Widget(
            title = "Symbol column of the annotations",
            description =
                    "What kind of beat it is, in the symbols of WFDB annotation files: N, V, A and so on. Without a"
                            + " choice, the column \"Symbol\".")
    @ChoicesProvider(ColumnChoices.OfAnnotationSymbol.class)
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    String m_annotationSymbol;

    EcgSegmenterParameters() {}

    /** A node that is put onto the canvas behind another shows in its dialog which columns it will take. */
    EcgSegmenterParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signal = ColumnRole.SIGNAL.usual(table).orElse(null);
            m_samplingRate = ColumnRole.SAMPLING_RATE.usual(table).orElse(null);
            m_record = ColumnRole.RECORD.usual(table).orElse(null);
        });
    }

    boolean isAroundBeats() {
        return m_windows == Windows.BEATS;
    }

    /** Whether beats come from a table, given that one is there. */
    boolean takesAnnotations() {
        return !isAroundBeats() || m_beats == Beats.ANNOTATIONS;
    }

    /** Asked for when the node is configured: says what is wrong with the settings. */
    void check() throws InvalidSettingsException {
        try {
            toBeatSegmenter();
        } catch (SignalException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
        if (!isAroundBeats() && !(m_length > 0 && m_stride > 0)) {
            throw new InvalidSettingsException("Windows of " + m_length + " s every " + m_stride
                    + " s are not possible: both have to be above 0.");
        }
    }

    BeatSegmenter toBeatSegmenter() {
        return new BeatSegmenter(new BeatWindow(m_before, m_after), toLabelPolicy(), m_scale.normalisation());
    }

    LabelPolicy toLabelPolicy() {
        return new LabelPolicy(m_label.scheme(), m_keepUnclassifiable, m_keepPaced);
    }
}
