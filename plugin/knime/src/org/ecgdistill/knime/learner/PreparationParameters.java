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

/** How a signal becomes the input of a network. */
@LoadDefaultsForAbsentFields
@Layout(LearnerSections.PreparationSection.class)
public final class PreparationParameters implements NodeParameters {

    static final class Resample implements BooleanReference {}

    @Widget(
            title = "Resample",
            description = "Brings all signals to one sampling rate by linear interpolation. ECGFounder was trained"
                    + " at 500 Hz.")
    @ValueReference(Resample.class)
    boolean m_resample = true;

    @Widget(title = "Sampling rate (Hz)", description = "Samples per second of the network's input.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = Resample.class, type = EffectType.SHOW)
    double m_rate = 500;

    static final class Fit implements BooleanReference {}

    @Widget(title = "Crop or pad", description = """
                    Brings all signals to one duration: longer signals are cropped to their middle, shorter ones get a flat \
                    line on both sides. Otherwise all signals must have the same length. ECGFounder was trained on 10 \
                    seconds, but accepts any duration. Do not crop or pad single beats.""")
    @ValueReference(Fit.class)
    boolean m_fit;

    @Widget(title = "Duration (s)", description = "Duration of the network's input.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = Fit.class, type = EffectType.SHOW)
    double m_seconds = 10;

    enum Filter {
        @Label(value = "None", description = "Does not filter, for example after a Wavelet Denoiser.")
        NONE(InputFilter.NONE),
        @Label(
                value = "As ECGFounder's authors",
                description =
                        "A notch at 50 Hz, a band-pass from 0.67 to 40 Hz, and subtraction of a running median of 0.4 s:"
                                + " the input of the released weights. For unprocessed recordings of several seconds, not for"
                                + " single beats.")
        FOUNDER(InputFilter.FOUNDER);

        private final InputFilter value;

        Filter(InputFilter value) {
            this.value = value;
        }
    }

    @Widget(
            title = "Filter",
            description = "Applied to each signal before it is cropped. The model stores the filter and applies it to"
                    + " new recordings.")
    @ValueSwitchWidget
    Filter m_filter = Filter.NONE;

    @Widget(
            title = "Standardise",
            description = "Scales each signal, all leads together, to mean 0 and standard deviation 1, as ECGFounder's"
                    + " authors did.")
    boolean m_zScore = true;

    /** For networks that accept signals of any sampling rate. */
    public static PreparationParameters withoutResampling() {
        var parameters = new PreparationParameters();
        parameters.m_resample = false;
        return parameters;
    }

    public InputPlan toPlan() {
        return new InputPlan(m_resample ? m_rate : 0, m_fit ? m_seconds : 0, m_filter.value, m_zScore);
    }
}
