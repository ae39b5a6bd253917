package org.ecgdistill.knime.segmenter;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.common.QualityColumns;
import org.ecgdistill.signal.segment.BeatSegmenter;
import org.ecgdistill.signal.segment.BeatWindow;
import org.ecgdistill.signal.segment.LabelPolicy;
import org.ecgdistill.signal.segment.Normalisation;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The node's settings: which windows are cut, which label each gets, and what else is added. */
@LoadDefaultsForAbsentFields
final class EcgSegmenterParameters implements NodeParameters {

    @Section(title = "Windows")
    interface WindowsSection {}

    @Section(title = "Beats")
    @After(WindowsSection.class)
    interface BeatsSection {}

    @Section(title = "Output")
    @After(BeatsSection.class)
    interface OutputSection {}

    @Section(title = "Columns")
    @After(OutputSection.class)
    interface ColumnsSection {}

    enum Windows {
        @Label(value = "Around beats", description = "One window for each beat, with its R peak at a fixed position.")
        BEATS,
        @Label(value = "Fixed length", description = "Windows of equal length at regular intervals.")
        FIXED
    }

    static final class WindowsReference implements ParameterReference<Windows> {}

    static final class IsAroundBeats extends IsOneOf<Windows> {
        IsAroundBeats() {
            super(WindowsReference.class, Windows.BEATS);
        }
    }

    @Layout(WindowsSection.class)
    @Widget(title = "Windows", description = "Whether windows are cut around beats or at regular intervals.")
    @ValueSwitchWidget
    @ValueReference(WindowsReference.class)
    Windows m_windows = Windows.BEATS;

    @Layout(WindowsSection.class)
    @Widget(title = "Samples before the R peak", description = "128 samples are 0.36 s at 360 Hz.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    int m_before = 128;

    @Layout(WindowsSection.class)
    @Widget(title = "Samples from the R peak", description = "The R peak itself is the first of these samples.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    int m_after = 128;

    @Layout(WindowsSection.class)
    @Widget(
            title = "Length (s)",
            description = "The length of each window. The rest at the end of a record is left out.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.HIDE)
    double m_length = 10;

    @Layout(WindowsSection.class)
    @Widget(title = "Stride (s)", description = "The time between window starts. Below the length, windows overlap.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsAroundBeats.class, type = EffectType.HIDE)
    double m_stride = 10;

    enum Scale {
        @Label(value = "None", description = "Windows remain in mV.")
        NONE(Normalisation.NONE, "mV"),
        @Label(value = "z-score", description = "Each window gets mean 0 and standard deviation 1.")
        Z_SCORE(Normalisation.Z_SCORE, "standard deviations"),
        @Label(value = "Min-max", description = "The lowest sample of each window becomes 0, the highest 1.")
        MIN_MAX(Normalisation.MIN_MAX, "from lowest 0 to highest 1");

        final Normalisation normalisation;
        final String unit;

        Scale(Normalisation normalisation, String unit) {
            this.normalisation = normalisation;
            this.unit = unit;
        }
    }

    @Layout(WindowsSection.class)
    @Widget(
            title = "Scale",
            description = "Brings each window to a common scale. The learners of this extension can do this as well.")
    @ValueSwitchWidget
    Scale m_scale = Scale.NONE;

    enum Beats {
        @Label(
                value = "Annotations",
                description = "The beats in the annotations table. If none is connected, the detector is used.")
        ANNOTATIONS,
        @Label(
                value = "R-peak detector",
                description = "Beats are detected in the first lead of each record and apply to all of its leads. They"
                        + " have no symbol; their class is that of the record.")
        DETECTOR
    }

    static final class BeatsReference implements ParameterReference<Beats> {}

    static final class IsDetected implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getPredicate(IsAroundBeats.class)
                    .and(initializer.getEnum(BeatsReference.class).isOneOf(Beats.DETECTOR));
        }
    }

    @Layout(BeatsSection.class)
    @Widget(title = "Source of beats", description = "Where the positions of the beats come from.")
    @ValueSwitchWidget
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    @ValueReference(BeatsReference.class)
    Beats m_beats = Beats.ANNOTATIONS;

    enum Scheme {
        @Label(
                value = "AAMI N against the rest",
                description = "Beats of AAMI class N, which includes bundle branch blocks and escape beats, are normal;"
                        + " S, V and F are abnormal.")
        AAMI_NORMAL_OR_ABNORMAL(LabelPolicy.Scheme.AAMI_NORMAL_OR_ABNORMAL),
        @Label(
                value = "Symbol N against the rest",
                description = "Only beats with the symbol N are normal; bundle branch blocks are abnormal.")
        SYMBOL_N_OR_ABNORMAL(LabelPolicy.Scheme.SYMBOL_N_OR_ABNORMAL),
        @Label(value = "AAMI classes", description = "N, S, V, F and, if such beats are kept, Q.")
        AAMI_CLASSES(LabelPolicy.Scheme.AAMI_CLASSES);

        private final LabelPolicy.Scheme scheme;

        Scheme(LabelPolicy.Scheme scheme) {
            this.scheme = scheme;
        }
    }

    @Layout(BeatsSection.class)
    @Widget(
            title = "Label",
            description = "The content of the column Class for annotated beats. A window of fixed length is normal if"
                    + " all of its beats are; otherwise it has the most frequent class of its other beats.")
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    Scheme m_label = Scheme.AAMI_NORMAL_OR_ABNORMAL;

    @Layout(BeatsSection.class)
    @Widget(title = "Keep unclassifiable beats", description = "Symbols Q and ?. Most studies leave them out.")
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    boolean m_keepUnclassifiable;

    @Layout(BeatsSection.class)
    @Widget(title = "Keep paced beats", description = "Symbols / and f (fusions). Most studies leave them out.")
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    boolean m_keepPaced;

    @Layout(OutputSection.class)
    @Widget(
            title = "RR intervals",
            description =
                    "Adds the intervals to the previous and the next beat in seconds, their ratio, and the mean of"
                            + " the ten surrounding intervals. All beats count, including those left out.")
    @Effect(predicate = IsAroundBeats.class, type = EffectType.SHOW)
    boolean m_rr;

    @Layout(OutputSection.class)
    ContextParameters m_context = new ContextParameters();

    @Layout(OutputSection.class)
    @Widget(
            title = "Signal quality",
            description = "Adds columns on the quality of each window. Values are missing below 80 Hz.")
    @ValueSwitchWidget
    QualityColumns m_quality = QualityColumns.NONE;

    @Layout(ColumnsSection.class)
    @Widget(
            title = "Signal column",
            description = "The signals to cut. By default the column \"Signal\", or the last column of lists.")
    @ChoicesProvider(ColumnChoices.OfSignal.class)
    String m_signal;

    @Layout(ColumnsSection.class)
    @Widget(
            title = "Sampling rate column",
            description = "Samples per second of each row's signal, in Hz. By default the column \"Sampling rate\".")
    @ChoicesProvider(ColumnChoices.OfSamplingRate.class)
    String m_samplingRate;

    @Layout(ColumnsSection.class)
    @Widget(
            title = "Record column",
            description = "The record of each row; its rows are its leads. By default the column \"Record\".")
    @ChoicesProvider(ColumnChoices.OfRecord.class)
    String m_record;

    @Layout(ColumnsSection.class)
    @Advanced
    @Widget(
            title = "Record column of the annotations",
            description = "The record that an annotation belongs to. By default the column \"Record\".")
    @ChoicesProvider(ColumnChoices.OfAnnotationRecord.class)
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    String m_annotationRecord;

    @Layout(ColumnsSection.class)
    @Advanced
    @Widget(
            title = "Time column of the annotations",
            description = "Seconds from the start of the record. By default the column \"Time\".")
    @ChoicesProvider(ColumnChoices.OfAnnotationTime.class)
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    String m_annotationTime;

    @Layout(ColumnsSection.class)
    @Advanced
    @Widget(
            title = "Symbol column of the annotations",
            description = "The kind of beat as a symbol of WFDB annotation files, such as N, V or A. By default the"
                    + " column \"Symbol\".")
    @ChoicesProvider(ColumnChoices.OfAnnotationSymbol.class)
    @Effect(predicate = IsDetected.class, type = EffectType.HIDE)
    String m_annotationSymbol;

    EcgSegmenterParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
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

    /** Whether the annotations table is used if it is connected. */
    boolean takesAnnotations() {
        return !isAroundBeats() || m_beats == Beats.ANNOTATIONS;
    }

    /** Called when the node is configured. */
    void check() throws InvalidSettingsException {
        toBeatSegmenter();
        m_context.toWindow();
        if (!isAroundBeats() && !(m_length > 0 && m_stride > 0)) {
            throw new InvalidSettingsException("Windows of " + m_length + " s every " + m_stride
                    + " s cannot be cut: both times must be above 0.");
        }
    }

    BeatSegmenter toBeatSegmenter() {
        return new BeatSegmenter(new BeatWindow(m_before, m_after), toLabelPolicy(), m_scale.normalisation);
    }

    LabelPolicy toLabelPolicy() {
        return new LabelPolicy(m_label.scheme, m_keepUnclassifiable, m_keepPaced);
    }
}
