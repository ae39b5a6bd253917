package org.ecgdistill.knime.vqc;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgdistill.hybrid.CircuitOptimiser;
import org.ecgdistill.hybrid.TwoStages;
import org.ecgdistill.nn.training.RateCurve;
import org.ecgdistill.nn.training.Schedule;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
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
final class StageParameters implements NodeParameters {

    enum Second {
        @Label(
                value = "Encoder learns on",
                description = "Encoder and circuit are trained together: better, and takes longer.")
        TOGETHER,
        @Label(
                value = "Encoder stays",
                description =
                        "The circuit is trained on latent numbers that no longer change: seconds rather than minutes.")
        FROZEN
    }

    enum OptimiserChoice {
        @Label(value = "Adam", description = "Mini-batches, as set under Training.")
        ADAM,
        @Label(value = "SPSA", description = "All rows at once, three looks a step. Made for noisy values.")
        SPSA,
        @Label(value = "Conjugate gradient", description = "All rows at once, with the gradient.")
        CONJUGATE_GRADIENT,
        @Label(value = "BOBYQA", description = "All rows at once, without a gradient, by quadratic models.")
        BOBYQA,
        @Label(value = "CMA-ES", description = "All rows at once, without a gradient, by an adapting population.")
        CMA_ES
    }

    @Layout(VqcSections.Stages.class)
    @Widget(
            title = "Epochs of the autoencoder",
            description = "How often the autoencoder sees all rows before the circuit learns anything.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_autoencoderEpochs = 5;

    @Layout(VqcSections.Stages.class)
    @Advanced
    @Widget(title = "Learning rate of the autoencoder", description = "How far one of its steps goes.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_autoencoderRate = 1e-3;

    @Layout(VqcSections.Stages.class)
    @Widget(title = "Second stage", description = "What learns once the autoencoder has.")
    @ValueSwitchWidget
    @ValueReference(SecondReference.class)
    Second m_second = Second.TOGETHER;

    @Layout(VqcSections.Stages.class)
    @Widget(title = "Learning rate of the circuit", description = """
                    How far steps of the circuit and its readout go, and those of the twin. The learning rate under \
                    Training is that of the encoder, which needs a smaller one.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_circuitRate = 1e-2;

    @Layout(VqcSections.Stages.class)
    @Widget(
            title = "Optimiser of the circuit",
            description = "How the circuit's parameters and its readout are found. Twin and circuit share it.")
    @Effect(predicate = IsFrozen.class, type = EffectType.SHOW)
    OptimiserChoice m_optimiser = OptimiserChoice.ADAM;

    @Layout(VqcSections.Stages.class)
    @Widget(title = "Looks", description = "How often an optimiser other than Adam may look at all rows.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsFrozen.class, type = EffectType.SHOW)
    int m_evaluations = 500;

    @Layout(VqcSections.Stages.class)
    @Advanced
    @Widget(title = "Autoencoder's batch size", description = "Rows in one of its steps.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_autoencoderBatch = 64;

    /** The first stage. */
    Schedule autoencoder(long seed) {
        return new Schedule(
                m_autoencoderEpochs, m_autoencoderBatch, m_autoencoderRate, RateCurve.COSINE, 0, false, 0, 0, seed);
    }

    /** @param rate of the encoder */
    TwoStages.Plan plan(double rate) {
        var isFrozen = m_second == Second.FROZEN;
        var optimiser = isFrozen && m_optimiser != OptimiserChoice.ADAM
                ? Optional.of(CircuitOptimiser.valueOf(m_optimiser.name()))
                : Optional.<CircuitOptimiser>empty();
        return new TwoStages.Plan(!isFrozen, m_circuitRate / rate, optimiser, m_evaluations);
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("Epochs of the autoencoder", Integer.toString(m_autoencoderEpochs));
        map.put("Learning rate of the autoencoder", Double.toString(m_autoencoderRate));
        map.put("Second stage", m_second.name());
        map.put("Learning rate of the circuit", Double.toString(m_circuitRate));
        if (m_second == Second.FROZEN) {
            map.put("Optimiser of the circuit", m_optimiser.name());
            map.put("Looks", Integer.toString(m_evaluations));
        }
        return map;
    }

    static final class SecondReference implements ParameterReference<Second> {}

    static final class IsFrozen implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
            return initializer.getEnum(SecondReference.class).isOneOf(Second.FROZEN);
        }
    }
}
