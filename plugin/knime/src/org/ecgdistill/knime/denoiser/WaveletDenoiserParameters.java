package org.ecgdistill.knime.denoiser;

import java.util.Optional;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.filter.BandPassFilter;
import org.ecgdistill.wavelet.DenoisingPreset;
import org.ecgdistill.wavelet.WaveletDenoiser;
import org.ecgdistill.wavelet.WaveletSettings;
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
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** The node's settings: which signals are denoised, by which method, and where the result goes. */
@LoadDefaultsForAbsentFields
final class WaveletDenoiserParameters extends WaveletParameters {

    @Section(title = "Signal")
    interface SignalSection {}

    @Section(title = "Method")
    @After(SignalSection.class)
    interface MethodSection {}

    @Section(title = "Output")
    @After(MethodSection.class)
    interface OutputSection {}

    enum Output {
        @Label(value = "Replace", description = "The denoised signal replaces the original.")
        REPLACE,
        @Label(value = "Append", description = "The denoised signal is appended as a new column.")
        APPEND
    }

    static final class OutputReference implements ParameterReference<Output> {}

    static final class IsAppend extends IsOneOf<Output> {
        IsAppend() {
            super(OutputReference.class, Output.APPEND);
        }
    }

    @Layout(OutputSection.class)
    @Widget(title = "Output column", description = "Where the denoised signal goes.")
    @ValueSwitchWidget
    @ValueReference(OutputReference.class)
    Output m_output = Output.REPLACE;

    @Layout(OutputSection.class)
    @Widget(title = "Column name", description = "The name of the new column.")
    @Effect(predicate = IsAppend.class, type = EffectType.SHOW)
    String m_name = "Denoised signal";

    @Layout(OutputSection.class)
    @Advanced
    @Widget(
            title = "Noise estimates",
            description = "Adds the estimated standard deviation of the noise and the estimated improvement of the"
                    + " signal-to-noise ratio in dB. Wavelet methods only.")
    boolean m_estimates;

    enum Problems {
        @Label(value = "Fail", description = "The node fails and reports which row cannot be denoised and why.")
        FAIL,
        @Label(
                value = "Leave missing",
                description =
                        "The row's signal becomes missing, and a column gives the reason; other rows are denoised.")
        MISSING
    }

    @Layout(OutputSection.class)
    @Advanced
    @Widget(
            title = "Signals that cannot be denoised",
            description = "What to do with signals that are too short, for example.")
    @ValueSwitchWidget
    Problems m_problems = Problems.FAIL;

    WaveletDenoiserParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    WaveletDenoiserParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signal = ColumnRole.SIGNAL.usual(table).orElse(null);
            m_samplingRate = ColumnRole.SAMPLING_RATE.usual(table).orElse(null);
        });
    }

    /** @throws InvalidSettingsException if the settings are impossible, or destroy the ECG without confirmation */
    Denoiser toDenoiser() throws InvalidSettingsException {
        if (!replaces() && m_name.isBlank()) {
            throw new InvalidSettingsException("The new column needs a name.");
        }
        return switch (m_method) {
            case CLINICAL -> DenoisingPreset.CLINICAL.denoiser();
            case PAPER -> DenoisingPreset.PAPER.denoiser();
            case FOUNDER -> DenoisingPreset.FOUNDER.denoiser();
            case BAND_PASS -> new BandPassFilter(m_order, m_low, m_high);
            case OWN -> new WaveletDenoiser(accepted(toSettings()));
        };
    }

    private WaveletSettings accepted(WaveletSettings settings) throws InvalidSettingsException {
        if (!m_destroy && settings.warning().isPresent()) {
            throw new InvalidSettingsException(
                    settings.warning().get()
                            + " If that is what you want, tick \"Allow settings that destroy the ECG\" in the advanced settings.");
        }
        return settings;
    }

    /** What a reader of the denoised signals must know about the settings. */
    Optional<String> warning() {
        return m_method == Method.OWN ? toSettings().warning() : Optional.empty();
    }

    boolean replaces() {
        return m_output == Output.REPLACE;
    }

    boolean toleratesProblems() {
        return m_problems == Problems.MISSING;
    }
}
