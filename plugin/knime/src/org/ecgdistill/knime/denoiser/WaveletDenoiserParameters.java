package org.ecgdistill.knime.denoiser;

import java.util.Optional;
import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Continuation;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Method;
import org.ecgdistill.knime.denoiser.DenoiserChoices.NoiseFrom;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Output;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Problems;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Rule;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Shrink;
import org.ecgdistill.knime.denoiser.DenoiserDialog.DestructionWarning;
import org.ecgdistill.knime.denoiser.DenoiserDialog.IsAppend;
import org.ecgdistill.knime.denoiser.DenoiserDialog.IsBandPass;
import org.ecgdistill.knime.denoiser.DenoiserDialog.IsOwn;
import org.ecgdistill.knime.denoiser.DenoiserDialog.LastReference;
import org.ecgdistill.knime.denoiser.DenoiserDialog.LevelsReference;
import org.ecgdistill.knime.denoiser.DenoiserDialog.MethodReference;
import org.ecgdistill.knime.denoiser.DenoiserDialog.NoiseReference;
import org.ecgdistill.knime.denoiser.DenoiserDialog.OutputReference;
import org.ecgdistill.knime.denoiser.DenoiserDialog.RemovesOwnWander;
import org.ecgdistill.knime.denoiser.DenoiserDialog.RemovesWander;
import org.ecgdistill.knime.denoiser.DenoiserDialog.RuleReference;
import org.ecgdistill.knime.denoiser.DenoiserDialog.TakesNoiseOfEachLevel;
import org.ecgdistill.knime.denoiser.DenoiserDialog.WaveletNames;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.filter.BandPassFilter;
import org.ecgdistill.wavelet.DenoisingPreset;
import org.ecgdistill.wavelet.Thresholding;
import org.ecgdistill.wavelet.Wavelet;
import org.ecgdistill.wavelet.WaveletDenoiser;
import org.ecgdistill.wavelet.WaveletSettings;
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
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What the analyst sets: which signals, by which method, and where the result goes. */
@LoadDefaultsForAbsentFields
final class WaveletDenoiserParameters implements NodeParameters {

    @Section(title = "Signal")
    interface SignalSection {}

    @Section(title = "Method")
    @After(SignalSection.class)
    interface MethodSection {}

    @Section(title = "Output")
    @After(MethodSection.class)
    interface OutputSection {}

    @Layout(SignalSection.class)
    @Widget(
            title = "Signal column",
            description = "The signals to denoise, a list of samples in each row. Without a choice, the column"
                    + " \"Signal\".")
    @ChoicesProvider(ColumnChoices.OfSignal.class)
    String m_signal;

    @Layout(SignalSection.class)
    @Widget(
            title = "Sampling rate column",
            description = "Samples per second of each row's signal, in Hz. Without a choice, the column \"Sampling"
                    + " rate\".")
    @ChoicesProvider(ColumnChoices.OfSamplingRate.class)
    String m_samplingRate;

    @Layout(MethodSection.class)
    @Widget(title = "Method", description = "How noise is told from the heart's signal.")
    @ValueReference(MethodReference.class)
    Method m_method = Method.CLINICAL;

    @Layout(MethodSection.class)
    @Widget(title = "Band from (Hz)", description = "What is slower is removed.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsBandPass.class, type = EffectType.SHOW)
    double m_low = 0.5;

    @Layout(MethodSection.class)
    @Widget(title = "Band to (Hz)", description = "What is faster is removed. Below half the sampling rate.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsBandPass.class, type = EffectType.SHOW)
    double m_high = 40;

    @Layout(MethodSection.class)
    @Widget(title = "Order", description = "How steep the filter's edges are, from 1 to 10.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsBandPass.class, type = EffectType.SHOW)
    int m_order = 4;

    @TextMessage(DestructionWarning.class)
    @Layout(MethodSection.class)
    Void m_warning;

    @Layout(MethodSection.class)
    @Widget(title = "Wavelet", description = "Short ones (coif1, sym4) suit short records, long ones smooth more.")
    @ChoicesProvider(WaveletNames.class)
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    String m_wavelet = "coif1";

    @Layout(MethodSection.class)
    @Widget(title = "Continuation", description = "What is taken for the samples beyond a signal's ends.")
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    Continuation m_continuation = Continuation.SYMMETRIC;

    @Layout(MethodSection.class)
    @Widget(
            title = "Levels",
            description = "Over how many levels the signal is decomposed; 0 finds the number from the sampling rate.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    @ValueReference(LevelsReference.class)
    int m_levels;

    @Layout(MethodSection.class)
    @Widget(title = "Threshold", description = "The rule by which thresholds are found.")
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    @ValueReference(RuleReference.class)
    Rule m_rule = Rule.SURE;

    @Layout(MethodSection.class)
    @Widget(title = "Shrinkage", description = "What happens to coefficients above the threshold.")
    @ValueSwitchWidget
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    Shrink m_shrinkage = Shrink.SOFT;

    @Layout(MethodSection.class)
    @Widget(title = "Noise from", description = "Where the strength of the noise is measured.")
    @ValueSwitchWidget
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    @ValueReference(NoiseReference.class)
    NoiseFrom m_noiseFrom = NoiseFrom.FINEST_LEVEL;

    @Layout(MethodSection.class)
    @Widget(
            title = "Last denoised level",
            description = "Thresholds are applied from level 1, the finest, to this one; 0 means all levels.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    @ValueReference(LastReference.class)
    int m_lastLevel;

    @Layout(MethodSection.class)
    @Widget(title = "Remove baseline wander", description = "Removes what is slower than the cut-off.")
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    @ValueReference(RemovesWander.class)
    boolean m_removeWander = true;

    @Layout(MethodSection.class)
    @Widget(title = "Wander below (Hz)", description = "A normal ECG has nothing below 0.5 Hz.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = RemovesOwnWander.class, type = EffectType.SHOW)
    double m_wanderBelow = WaveletSettings.USUAL_CUT_OFF;

    @Layout(MethodSection.class)
    @Widget(
            title = "Shifts",
            description = "The result is the mean over so many shifts of the signal: better, and as many times slower.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsOwn.class, type = EffectType.SHOW)
    int m_shifts = 8;

    @Layout(MethodSection.class)
    @Advanced
    @Widget(title = "Destroy the ECG all the same", description = """
                    Thresholds from the noise of each level, applied to the coarse levels too, remove the beats. The node
                    refuses these settings unless this is ticked, for example to show what happens.
                    """)
    @Effect(predicate = TakesNoiseOfEachLevel.class, type = EffectType.SHOW)
    boolean m_destroy;

    @Layout(OutputSection.class)
    @Widget(title = "Result", description = "Where the denoised signal goes.")
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
            title = "Estimates of the noise",
            description = "Adds two columns: the estimated standard deviation of the noise, and by how many dB the"
                    + " signal-to-noise ratio is estimated to improve. Wavelet methods only.")
    boolean m_estimates;

    @Layout(OutputSection.class)
    @Advanced
    @Widget(title = "Signals that cannot be denoised", description = "Too short ones, for example.")
    @ValueSwitchWidget
    Problems m_problems = Problems.FAIL;

    WaveletDenoiserParameters() {}

    /** A node that is put onto the canvas behind another shows in its dialog which columns it will take. */
    WaveletDenoiserParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signal = ColumnRole.SIGNAL.usual(table).orElse(null);
            m_samplingRate = ColumnRole.SAMPLING_RATE.usual(table).orElse(null);
        });
    }

    /** With the sentence about unsuitable settings that {@code configure} shows. */
    Denoiser toDenoiser() throws InvalidSettingsException {
        if (!replaces() && m_name.isBlank()) {
            throw new InvalidSettingsException("The new column needs a name.");
        }
        try {
            return switch (m_method) {
                case CLINICAL -> DenoisingPreset.CLINICAL.denoiser();
                case PAPER -> DenoisingPreset.PAPER.denoiser();
                case FOUNDER -> DenoisingPreset.FOUNDER.denoiser();
                case BAND_PASS -> new BandPassFilter(m_order, m_low, m_high);
                case OWN -> new WaveletDenoiser(accepted(toSettings()));
            };
        } catch (SignalException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
    }

    private WaveletSettings accepted(WaveletSettings settings) throws InvalidSettingsException {
        if (!m_destroy && settings.warning().isPresent()) {
            throw new InvalidSettingsException(settings.warning().get()
                    + " If that is what you want, tick \"Destroy the ECG all the same\" in the advanced settings.");
        }
        return settings;
    }

    /** What a reader of the denoised signals must know of the settings. */
    Optional<String> warning() {
        return m_method == Method.OWN ? toSettings().warning() : Optional.empty();
    }

    private WaveletSettings toSettings() {
        return new WaveletSettings(
                Wavelet.of(m_wavelet),
                m_continuation.mode(),
                m_levels,
                thresholding(m_rule, m_shrinkage, m_noiseFrom, m_lastLevel),
                m_removeWander ? m_wanderBelow : WaveletSettings.KEEP_WANDER,
                m_shifts);
    }

    static Thresholding thresholding(Rule rule, Shrink shrinkage, NoiseFrom noise, int lastLevel) {
        return new Thresholding(
                rule.rule(),
                shrinkage.shrinkage(),
                noise.estimate(),
                0,
                1,
                lastLevel == 0 ? Thresholding.ALL : lastLevel);
    }

    boolean replaces() {
        return m_output == Output.REPLACE;
    }

    boolean toleratesProblems() {
        return m_problems == Problems.MISSING;
    }
}
