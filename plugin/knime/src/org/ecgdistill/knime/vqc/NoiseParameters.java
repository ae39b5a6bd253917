package org.ecgdistill.knime.vqc;

import org.ecgdistill.quantum.density.NoiseModel;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What goes wrong on a quantum computer; the defaults are those of a good device of these years. */
@LoadDefaultsForAbsentFields
final class NoiseParameters implements NodeParameters {

    @Layout(VqcSections.Noise.class)
    @Advanced
    @Widget(title = "Depolarizing, one qubit", description = "After each gate on one qubit, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_depolarizingOne = 0.001;

    @Layout(VqcSections.Noise.class)
    @Advanced
    @Widget(title = "Depolarizing, two qubits", description = "After each gate on two qubits, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_depolarizingTwo = 0.01;

    @Layout(VqcSections.Noise.class)
    @Advanced
    @Widget(title = "Amplitude damping", description = "Probability to decay from 1 to 0 after a gate, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_amplitudeDamping = 0.001;

    @Layout(VqcSections.Noise.class)
    @Advanced
    @Widget(title = "Phase damping", description = "Probability to lose the phase after a gate, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_phaseDamping = 0.001;

    @Layout(VqcSections.Noise.class)
    @Advanced
    @Widget(title = "Reading 1 for 0", description = "Probability, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_oneForZero = 0.01;

    @Layout(VqcSections.Noise.class)
    @Advanced
    @Widget(title = "Reading 0 for 1", description = "Probability, from 0 to 1; larger on most devices.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_zeroForOne = 0.02;

    NoiseModel toModel() {
        return new NoiseModel(
                m_depolarizingOne, m_depolarizingTwo, m_amplitudeDamping, m_phaseDamping, m_oneForZero, m_zeroForOne);
    }
}
