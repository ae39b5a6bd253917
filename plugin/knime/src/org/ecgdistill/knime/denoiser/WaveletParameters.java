package org.ecgdistill.knime.denoiser;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecgdistill.wavelet.BoundaryMode;
import org.ecgdistill.wavelet.NoiseEstimate;
import org.ecgdistill.wavelet.Shrinkage;
import org.ecgdistill.wavelet.ThresholdRule;
import org.ecgdistill.wavelet.Thresholding;
import org.ecgdistill.wavelet.Wavelet;
import org.ecgdistill.wavelet.WaveletSettings;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The custom settings of the wavelet denoiser. */
@Layout(WaveletDenoiserParameters.MethodSection.class)
@Effect(predicate = MethodParameters.IsOwn.class, type = EffectType.SHOW)
abstract class WaveletParameters extends MethodParameters {

    /**
     * Warns about settings that destroy the ECG while they are being made. A row-wise node has no way to set a warning
     * (KNIME gives it only the columns to rearrange), so the node refuses such settings until they are confirmed.
     */
    static final class DestructionWarning implements StateProvider<Optional<TextMessage.Message>> {

        private Supplier<Method> method;
        private Supplier<Integer> levels;
        private Supplier<Rule> rule;
        private Supplier<NoiseFrom> noise;
        private Supplier<Integer> last;

        @Override
        public void init(StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            method = initializer.computeFromValueSupplier(MethodReference.class);
            levels = initializer.computeFromValueSupplier(LevelsReference.class);
            rule = initializer.computeFromValueSupplier(RuleReference.class);
            noise = initializer.computeFromValueSupplier(NoiseReference.class);
            last = initializer.computeFromValueSupplier(LastReference.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(NodeParametersInput context) {
            if (method.get() != Method.OWN || levels.get() < 0 || last.get() < 0) {
                return Optional.empty();
            }
            var settings = new WaveletSettings(
                    Wavelet.of("coif1"),
                    BoundaryMode.SYMMETRIC,
                    levels.get(),
                    thresholding(rule.get(), Shrink.SOFT, noise.get(), last.get()),
                    WaveletSettings.KEEP_WANDER,
                    1);
            return settings.warning()
                    .map(sentence -> new TextMessage.Message(
                            "These settings destroy the ECG", sentence, TextMessage.MessageType.WARNING));
        }
    }

    @TextMessage(DestructionWarning.class)
    Void m_warning;

    static final class WaveletNames implements StringChoicesProvider {
        @Override
        public List<String> choices(NodeParametersInput context) {
            return Wavelet.names();
        }
    }

    @Widget(title = "Wavelet", description = "Short wavelets (coif1, sym4) suit short records, long ones smooth more.")
    @ChoicesProvider(WaveletNames.class)
    String m_wavelet = "coif1";

    enum Continuation {
        @Label(value = "Symmetric", description = "Mirrored, with the end sample repeated.")
        SYMMETRIC(BoundaryMode.SYMMETRIC),
        @Label(value = "Reflect", description = "Mirrored at the end sample.")
        REFLECT(BoundaryMode.REFLECT),
        @Label(value = "Periodic", description = "The signal starts again.")
        PERIODIC(BoundaryMode.PERIODIC),
        @Label(value = "Zero", description = "Zeros.")
        ZERO(BoundaryMode.ZERO),
        @Label(value = "Constant", description = "The end sample is repeated.")
        CONSTANT(BoundaryMode.CONSTANT),
        @Label(value = "Smooth", description = "The line through the last two samples is continued.")
        SMOOTH(BoundaryMode.SMOOTH),
        @Label(value = "Periodization", description = "Periodic, with the minimum number of coefficients.")
        PERIODIZATION(BoundaryMode.PERIODIZATION);

        private final BoundaryMode mode;

        Continuation(BoundaryMode mode) {
            this.mode = mode;
        }
    }

    @Widget(title = "Boundary extension", description = "How the signal is continued beyond its ends.")
    Continuation m_continuation = Continuation.SYMMETRIC;

    static final class LevelsReference implements ParameterReference<Integer> {}

    @Widget(
            title = "Levels",
            description = "The number of decomposition levels; 0 derives the number from the sampling rate.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @ValueReference(LevelsReference.class)
    int m_levels;

    enum Rule {
        @Label(value = "SURE", description = "The threshold with the smallest estimated error.")
        SURE(ThresholdRule.SURE),
        @Label(value = "Heuristic SURE", description = "SURE, but universal in levels with hardly any signal.")
        HEURISTIC_SURE(ThresholdRule.HEURISTIC_SURE),
        @Label(value = "Universal", description = "Noise hardly ever exceeds it; smooths strongly.")
        UNIVERSAL(ThresholdRule.UNIVERSAL),
        @Label(value = "Universal of the level", description = "Universal, from the coefficients of each level alone.")
        UNIVERSAL_OF_LEVEL(ThresholdRule.UNIVERSAL_OF_LEVEL),
        @Label(value = "Minimax", description = "The smallest error in the worst case.")
        MINIMAX(ThresholdRule.MINIMAX),
        @Label(value = "Bayes", description = "From the ratio of noise to signal in each level.")
        BAYES(ThresholdRule.BAYES),
        @Label(value = "None", description = "Only baseline wander is removed.")
        NONE(ThresholdRule.NONE);

        private final ThresholdRule rule;

        Rule(ThresholdRule rule) {
            this.rule = rule;
        }
    }

    static final class RuleReference implements ParameterReference<Rule> {}

    @Widget(title = "Threshold", description = "The rule that sets the thresholds.")
    @ValueReference(RuleReference.class)
    Rule m_rule = Rule.SURE;

    enum Shrink {
        @Label(value = "Soft", description = "Coefficients are moved towards 0 by the threshold.")
        SOFT(Shrinkage.SOFT),
        @Label(value = "Garrote", description = "Between soft and hard.")
        GARROTE(Shrinkage.GARROTE),
        @Label(value = "Hard", description = "Coefficients are kept unchanged.")
        HARD(Shrinkage.HARD);

        private final Shrinkage shrinkage;

        Shrink(Shrinkage shrinkage) {
            this.shrinkage = shrinkage;
        }
    }

    @Widget(title = "Shrinkage", description = "What happens to coefficients above the threshold.")
    @ValueSwitchWidget
    Shrink m_shrinkage = Shrink.SOFT;

    enum NoiseFrom {
        @Label(value = "Finest level", description = "Suits most recordings.")
        FINEST_LEVEL(NoiseEstimate.FINEST_LEVEL),
        @Label(value = "Each level", description = "For coloured noise, in the finest levels only.")
        PER_LEVEL(NoiseEstimate.PER_LEVEL);

        private final NoiseEstimate estimate;

        NoiseFrom(NoiseEstimate estimate) {
            this.estimate = estimate;
        }
    }

    static final class NoiseReference implements ParameterReference<NoiseFrom> {}

    @Widget(title = "Estimate noise from", description = "The levels in which the noise is measured.")
    @ValueSwitchWidget
    @ValueReference(NoiseReference.class)
    NoiseFrom m_noiseFrom = NoiseFrom.FINEST_LEVEL;

    static final class LastReference implements ParameterReference<Integer> {}

    @Widget(
            title = "Last denoised level",
            description = "Thresholds are applied from level 1, the finest, to this level; 0 means all levels.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @ValueReference(LastReference.class)
    int m_lastLevel;

    static final class RemovesWander implements BooleanReference {}

    @Widget(title = "Remove baseline wander", description = "Removes frequencies below the cut-off.")
    @ValueReference(RemovesWander.class)
    boolean m_removeWander = true;

    static final class RemovesOwnWander implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(IsOwn.class).and(initializer.getPredicate(RemovesWander.class));
        }
    }

    @Widget(title = "Wander cut-off (Hz)", description = "A normal ECG has no content below 0.5 Hz.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = RemovesOwnWander.class, type = EffectType.SHOW)
    double m_wanderBelow = WaveletSettings.USUAL_CUT_OFF;

    @Widget(
            title = "Shifts",
            description = "Averages the result over n shifts of the signal, which is better but takes n times as long.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_shifts = 8;

    static final class TakesNoiseOfEachLevel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getPredicate(IsOwn.class)
                    .and(initializer.getEnum(NoiseReference.class).isOneOf(NoiseFrom.PER_LEVEL));
        }
    }

    @Advanced
    @Widget(title = "Allow settings that destroy the ECG", description = """
                    Thresholds from the noise of each level, applied to the coarse levels too, remove the beats. The node
                    refuses these settings unless this option is ticked, for example to demonstrate the effect.
                    """)
    @Effect(predicate = TakesNoiseOfEachLevel.class, type = EffectType.SHOW)
    boolean m_destroy;

    WaveletSettings toSettings() {
        return new WaveletSettings(
                Wavelet.of(m_wavelet),
                m_continuation.mode,
                m_levels,
                thresholding(m_rule, m_shrinkage, m_noiseFrom, m_lastLevel),
                m_removeWander ? m_wanderBelow : WaveletSettings.KEEP_WANDER,
                m_shifts);
    }

    private static Thresholding thresholding(Rule rule, Shrink shrinkage, NoiseFrom noise, int lastLevel) {
        return new Thresholding(
                rule.rule, shrinkage.shrinkage, noise.estimate, 0, 1, lastLevel == 0 ? Thresholding.ALL : lastLevel);
    }
}
