package org.ecgdistill.knime.vqc;

import org.ecgdistill.quantum.density.NoiseModel;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The errors of a quantum computer; the defaults are those of a good present-day device. */
@LoadDefaultsForAbsentFields
@Layout(VqcSections.NoiseSection.class)
final class NoiseParameters implements NodeParameters {

    @Advanced
    @Widget(title = "Depolarising, one qubit", description = "Probability after each one-qubit gate, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_depolarizingOne = 0.001;

    @Advanced
    @Widget(title = "Depolarising, two qubits", description = "Probability after each two-qubit gate, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_depolarizingTwo = 0.01;

    @Advanced
    @Widget(title = "Amplitude damping", description = "Probability of decay from 1 to 0 after a gate, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_amplitudeDamping = 0.001;

    @Advanced
    @Widget(title = "Phase damping", description = "Probability of losing the phase after a gate, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_phaseDamping = 0.001;

    @Advanced
    @Widget(title = "Readout of 0 as 1", description = "Probability, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_oneForZero = 0.01;

    @Advanced
    @Widget(
            title = "Readout of 1 as 0",
            description = "Probability, from 0 to 1; on most devices the larger of the two.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_zeroForOne = 0.02;

    NoiseModel toModel() {
        return new NoiseModel(
                m_depolarizingOne, m_depolarizingTwo, m_amplitudeDamping, m_phaseDamping, m_oneForZero, m_zeroForOne);
    }
}
