package org.ecgdistill.knime.vqc;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Whether the quantum part is worthwhile, and how it performs on a real device. */
@LoadDefaultsForAbsentFields
@Layout(VqcSections.ComparisonsSection.class)
final class ComparisonParameters implements NodeParameters {

    @Widget(title = "Classical twin", description = """
        Trains a small classical network with the same number of parameters on the same latent \
        values, in the same way, for comparison. Not available with the method Features.\
        """)
    boolean m_twin = true;

    @Widget(title = "Logistic regression", description = """
        Trains a logistic regression on the same latent values, in the same way: the minimum that a \
        circuit should outperform. Not available with the method Features or for the quantum attention, which has no \
        latent values.\
        """)
    boolean m_linear;

    static final class WithShots implements BooleanReference {}

    @Widget(
            title = "Evaluate with shots",
            description = "Also predicts with a finite number of measurements of the trained circuit.")
    @ValueReference(WithShots.class)
    boolean m_withShots;

    @Widget(title = "Shots for evaluation", description = "Number of measurements per row.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = WithShots.class, type = EffectType.SHOW)
    int m_shots = 5000;

    @Widget(
            title = "Evaluate with noise",
            description = "Also predicts with the trained circuit on a device with the noise set above.")
    boolean m_withNoise;

    @Widget(title = "Compare gradients", description = """
        Computes the circuit's gradient on the first rows with every method, and reports what each costs \
        and how close it is to the exact gradient (output Gradients).\
        """)
    boolean m_gradients;
}
