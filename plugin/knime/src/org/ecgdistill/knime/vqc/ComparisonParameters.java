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

/** What shows what the quantum part is worth, and how it fares on a device. */
@LoadDefaultsForAbsentFields
final class ComparisonParameters implements NodeParameters {

    @Layout(VqcSections.Comparisons.class)
    @Widget(title = "Classical twin", description = """
        Trains beside the circuit a small classical network with as many parameters on the same latent \
        numbers, in the same way. Its predictions stand beside the circuit's. Not with the method Features.\
        """)
    boolean m_twin = true;

    @Layout(VqcSections.Comparisons.class)
    @Widget(title = "Logistic regression", description = """
        Trains also a logistic regression on the same latent numbers, in the same way: the least that a \
        circuit should beat. Not with the method Features, and not beside the quantum attention, which has no \
        latent numbers.\
        """)
    boolean m_linear;

    @Layout(VqcSections.Comparisons.class)
    @Widget(
            title = "Evaluate with shots",
            description = "Lets the trained circuit predict once more, measured a finite number of times.")
    @ValueReference(WithShots.class)
    boolean m_withShots;

    @Layout(VqcSections.Comparisons.class)
    @Widget(title = "Shots of the evaluation", description = "How often each row is measured.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = WithShots.class, type = EffectType.SHOW)
    int m_shots = 5000;

    @Layout(VqcSections.Comparisons.class)
    @Widget(
            title = "Evaluate with noise",
            description = "Lets the trained circuit predict once more, on a device with the noise set above.")
    boolean m_withNoise;

    @Layout(VqcSections.Comparisons.class)
    @Widget(title = "Compare gradients", description = """
        Computes the circuit's gradient on the first rows in every way there is, and tells what each costs \
        and how near it comes to the exact one: the last output.\
        """)
    boolean m_gradients;

    static final class WithShots implements BooleanReference {}
}
