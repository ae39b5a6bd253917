package org.ecgdistill.knime.learner;

import org.ecgdistill.model.InputFilter;
import org.ecgdistill.model.InputPlan;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** What a network sees of a signal. */
@LoadDefaultsForAbsentFields
public final class PreparationParameters implements NodeParameters {

    enum Filter {
        @Label(value = "None", description = "The signals are taken as they are, for example after a Wavelet Denoiser.")
        NONE(InputFilter.NONE),
        @Label(
                value = "As ECGFounder's authors",
                description =
                        "A notch at 50 Hz, a band from 0.67 to 40 Hz, and minus a running median of 0.4 s: what the"
                                + " released weights were trained on. Meant for unprocessed recordings of some seconds, not for"
                                + " single beats.")
        FOUNDER(InputFilter.FOUNDER);

        private final InputFilter filter;

        Filter(InputFilter filter) {
            this.filter = filter;
        }
    }

    @Layout(LearnerSections.Preparation.class)
    @Widget(
            title = "Resample",
            description =
                    "Brings all signals to one sampling rate by straight lines between samples. ECGFounder was trained"
                            + " at 500 Hz.")
    @ValueReference(Resample.class)
    boolean m_resample = true;

    @Layout(LearnerSections.Preparation.class)
    @Widget(title = "Sampling rate (Hz)", description = "Samples per second that the network sees.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = Resample.class, type = EffectType.SHOW)
    double m_rate = 500;

    @Layout(LearnerSections.Preparation.class)
    @Widget(title = "Crop or fill up", description = """
                    Brings all signals to one duration: of longer ones the middle is kept, shorter ones get a flat \
                    line on both sides. Without this all signals must be equally long. ECGFounder was trained on 10 \
                    seconds, but reads any duration; beats are best left as they are.""")
    @ValueReference(Fit.class)
    boolean m_fit;

    @Layout(LearnerSections.Preparation.class)
    @Widget(title = "Duration (s)", description = "How long a signal the network sees.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = Fit.class, type = EffectType.SHOW)
    double m_seconds = 10;

    @Layout(LearnerSections.Preparation.class)
    @Widget(
            title = "Filter",
            description =
                    "What is done to each signal before it is cropped. The model remembers it and does the same to"
                            + " new recordings.")
    @ValueSwitchWidget
    Filter m_filter = Filter.NONE;

    @Layout(LearnerSections.Preparation.class)
    @Widget(
            title = "Standardise",
            description =
                    "Brings each signal, all its leads together, to mean 0 and standard deviation 1, as ECGFounder's"
                            + " authors did.")
    boolean m_zScore = true;

    /** For networks that take signals of any rate and need no more samples than there are. */
    public static PreparationParameters asTheyAre() {
        var parameters = new PreparationParameters();
        parameters.m_resample = false;
        return parameters;
    }

    public InputPlan toPlan() {
        return new InputPlan(m_resample ? m_rate : 0, m_fit ? m_seconds : 0, m_filter.filter, m_zScore);
    }

    static final class Resample implements BooleanReference {}

    static final class Fit implements BooleanReference {}
}
