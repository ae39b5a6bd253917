package org.ecgdistill.knime.denoiser;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Continuation;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Method;
import org.ecgdistill.knime.denoiser.DenoiserChoices.NoiseFrom;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Output;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Rule;
import org.ecgdistill.knime.denoiser.DenoiserChoices.Shrink;
import org.ecgdistill.wavelet.Wavelet;
import org.ecgdistill.wavelet.WaveletSettings;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.message.TextMessage;

/** What happens in the node's dialog while settings are changed. */
final class DenoiserDialog {

    private DenoiserDialog() {}

    static final class MethodReference implements ParameterReference<Method> {}

    static final class LevelsReference implements ParameterReference<Integer> {}

    static final class RuleReference implements ParameterReference<Rule> {}

    static final class NoiseReference implements ParameterReference<NoiseFrom> {}

    static final class LastReference implements ParameterReference<Integer> {}

    static final class OutputReference implements ParameterReference<Output> {}

    static final class RemovesWander implements BooleanReference {}

    static final class IsOwn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.OWN);
        }
    }

    static final class IsBandPass implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(MethodReference.class).isOneOf(Method.BAND_PASS);
        }
    }

    static final class RemovesOwnWander implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getPredicate(IsOwn.class).and(initializer.getPredicate(RemovesWander.class));
        }
    }

    static final class TakesNoiseOfEachLevel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer
                    .getPredicate(IsOwn.class)
                    .and(initializer.getEnum(NoiseReference.class).isOneOf(NoiseFrom.PER_LEVEL));
        }
    }

    static final class IsAppend implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(OutputReference.class).isOneOf(Output.APPEND);
        }
    }

    static final class WaveletNames implements StringChoicesProvider {
        @Override
        public List<String> choices(NodeParametersInput context) {
            return Wavelet.names();
        }
    }

    /**
     * Warns of what destroys the ECG while it is being set. Row-wise nodes have no way to set a warning at the node (KNIME
     * hands them only the columns to rearrange), so the node refuses such settings until they are confirmed.
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
                    Continuation.SYMMETRIC.mode(),
                    levels.get(),
                    WaveletDenoiserParameters.thresholding(rule.get(), Shrink.SOFT, noise.get(), last.get()),
                    WaveletSettings.KEEP_WANDER,
                    1);
            return settings.warning()
                    .map(sentence -> new TextMessage.Message(
                            "These settings destroy the ECG", sentence, TextMessage.MessageType.WARNING));
        }
    }
}
