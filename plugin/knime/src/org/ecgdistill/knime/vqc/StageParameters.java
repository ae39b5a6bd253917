package org.ecgdistill.knime.vqc;

import java.util.Optional;
import org.ecgdistill.hybrid.CircuitOptimiser;
import org.ecgdistill.hybrid.TwoStages;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.nn.training.RateCurve;
import org.ecgdistill.nn.training.Schedule;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The autoencoder's training, and how the circuit's follows it. */
@LoadDefaultsForAbsentFields
@Layout(VqcSections.StagesSection.class)
final class StageParameters implements NodeParameters {

    @Widget(title = "Epochs of the autoencoder", description = "Passes over all rows before the circuit is trained.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_autoencoderEpochs = 5;

    @Advanced
    @Widget(title = "Learning rate of the autoencoder", description = "Step size of the autoencoder's training.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_autoencoderRate = 1e-3;

    enum Second {
        @Label(
                value = "Encoder keeps learning",
                description = "Encoder and circuit are trained together: better, but slower.")
        TOGETHER,
        @Label(
                value = "Encoder is frozen",
                description = "The circuit is trained on fixed latent values, in seconds rather than minutes.")
        FROZEN
    }

    static final class SecondReference implements ParameterReference<Second> {}

    static final class IsFrozen extends IsOneOf<Second> {
        IsFrozen() {
            super(SecondReference.class, Second.FROZEN);
        }
    }

    @Widget(title = "Second stage", description = "What is trained after the autoencoder.")
    @ValueSwitchWidget
    @ValueReference(SecondReference.class)
    Second m_second = Second.TOGETHER;

    @Widget(title = "Learning rate of the circuit", description = """
                    Step size of the circuit and its readout, and of the twin. The learning rate under \
                    Training applies to the encoder, which needs a smaller one.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_circuitRate = 1e-2;

    enum OptimiserChoice {
        @Label(value = "Adam", description = "Mini-batches, as set under Training.")
        ADAM(null),
        @Label(value = "SPSA", description = "All rows at once, three evaluations per step. Suited to noisy values.")
        SPSA(CircuitOptimiser.SPSA),
        @Label(value = "Conjugate gradient", description = "All rows at once, with the gradient.")
        CONJUGATE_GRADIENT(CircuitOptimiser.CONJUGATE_GRADIENT),
        @Label(value = "BOBYQA", description = "All rows at once, without a gradient, by quadratic models.")
        BOBYQA(CircuitOptimiser.BOBYQA),
        @Label(value = "CMA-ES", description = "All rows at once, without a gradient, by an adapting population.")
        CMA_ES(CircuitOptimiser.CMA_ES);

        private final CircuitOptimiser value;

        OptimiserChoice(CircuitOptimiser value) {
            this.value = value;
        }
    }

    @Widget(
            title = "Optimiser of the circuit",
            description = "How the parameters of the circuit and its readout are optimised, and those of the twin.")
    @Effect(predicate = IsFrozen.class, type = EffectType.SHOW)
    OptimiserChoice m_optimiser = OptimiserChoice.ADAM;

    @Widget(
            title = "Evaluations",
            description = "Maximum number of evaluations of all rows by an optimiser other than Adam.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsFrozen.class, type = EffectType.SHOW)
    int m_evaluations = 500;

    @Advanced
    @Widget(title = "Batch size of the autoencoder", description = "Rows per training step of the autoencoder.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_autoencoderBatch = 64;

    /** The first stage. */
    Schedule autoencoder(long seed) {
        return Schedule.of(m_autoencoderEpochs, m_autoencoderBatch, m_autoencoderRate, seed)
                .withCurve(RateCurve.COSINE);
    }

    /** @param rate of the encoder */
    TwoStages.Plan plan(double rate) {
        var isFrozen = m_second == Second.FROZEN;
        var optimiser = Optional.ofNullable(m_optimiser.value).filter(value -> isFrozen);
        return new TwoStages.Plan(!isFrozen, m_circuitRate / rate, optimiser, m_evaluations);
    }
}
