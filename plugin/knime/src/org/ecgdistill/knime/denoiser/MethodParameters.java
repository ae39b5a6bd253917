package org.ecgdistill.knime.denoiser;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.IsOneOf;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/**
 * Which signals are denoised, and by which method. A superclass and not a group, because these keys stand beside the
 * others in stored workflows.
 */
@Layout(WaveletDenoiserParameters.MethodSection.class)
abstract class MethodParameters implements NodeParameters {

    @Layout(WaveletDenoiserParameters.SignalSection.class)
    @Widget(
            title = "Signal column",
            description = "The signals to denoise, a list of samples in each row. By default the column \"Signal\".")
    @ChoicesProvider(ColumnChoices.OfSignal.class)
    String m_signal;

    @Layout(WaveletDenoiserParameters.SignalSection.class)
    @Widget(
            title = "Sampling rate column",
            description = "Samples per second of each row's signal, in Hz. By default the column \"Sampling rate\".")
    @ChoicesProvider(ColumnChoices.OfSamplingRate.class)
    String m_samplingRate;

    enum Method {
        @Label(
                value = "Clinical default (SURE)",
                description = "The best all-round choice: thresholds with the smallest estimated error, averaged over"
                        + " eight shifts of the signal.")
        CLINICAL,
        @Label(
                value = "Paper (universal soft)",
                description = "Universal soft thresholds, as in the paper on distilling ECGFounder.")
        PAPER,
        @Label(
                value = "ECGFounder upstream",
                description = "The filters that ECGFounder was trained with: notch, band-pass and running median.")
        FOUNDER,
        @Label(value = "Band-pass", description = "A zero-phase Butterworth band-pass filter.")
        BAND_PASS,
        @Label(value = "Custom wavelet settings", description = "All settings of the wavelet denoiser.")
        OWN
    }

    static final class MethodReference implements ParameterReference<Method> {}

    static final class IsBandPass extends IsOneOf<Method> {
        IsBandPass() {
            super(MethodReference.class, Method.BAND_PASS);
        }
    }

    static final class IsOwn extends IsOneOf<Method> {
        IsOwn() {
            super(MethodReference.class, Method.OWN);
        }
    }

    @Widget(title = "Method", description = "How noise is separated from the heart's signal.")
    @ValueReference(MethodReference.class)
    Method m_method = Method.CLINICAL;

    @Widget(title = "Lower cut-off (Hz)", description = "Lower frequencies are removed.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsBandPass.class, type = EffectType.SHOW)
    double m_low = 0.5;

    @Widget(title = "Upper cut-off (Hz)", description = "Higher frequencies are removed. Below half the sampling rate.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsBandPass.class, type = EffectType.SHOW)
    double m_high = 40;

    @Widget(title = "Filter order", description = "The steepness of the filter's edges, from 1 to 10.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsBandPass.class, type = EffectType.SHOW)
    int m_order = 4;
}
