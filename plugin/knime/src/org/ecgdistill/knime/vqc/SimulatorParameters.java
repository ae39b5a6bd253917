package org.ecgdistill.knime.vqc;

import org.ecgdistill.hybrid.GradientKind;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.quantum.density.NoiseModel;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The simulator that runs the circuit, and how the circuit is differentiated. */
@LoadDefaultsForAbsentFields
@Layout(VqcSections.SimulatorSection.class)
final class SimulatorParameters implements NodeParameters {

    enum SimulatorChoice {
        @Label(
                value = "State vector",
                description = "Exact, in double precision. The fastest simulator that trains well.")
        STATE_VECTOR(QuantumDevice.Kind.STATE_VECTOR),
        @Label(
                value = "State vector, single precision",
                description = "Six digits of precision, in two thirds of the time.")
        STATE_VECTOR_SINGLE(QuantumDevice.Kind.STATE_VECTOR_SINGLE),
        @Label(
                value = "Density matrix",
                description = "With the noise set below; about a hundred times slower, at most 10 qubits.")
        DENSITY_MATRIX(QuantumDevice.Kind.DENSITY_MATRIX),
        @Label(value = "Strange", description = "An independent simulator, as a check; a thousand times slower.")
        STRANGE(QuantumDevice.Kind.STRANGE);

        private final QuantumDevice.Kind value;

        SimulatorChoice(QuantumDevice.Kind value) {
            this.value = value;
        }
    }

    @Widget(title = "Simulator", description = "The simulator that runs the circuit.")
    SimulatorChoice m_simulator = SimulatorChoice.STATE_VECTOR;

    @Widget(
            title = "Shots",
            description =
                    "Number of measurements per row, for example 5000; 0 for exact values, which only a simulator can give.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_shots;

    enum GradientChoice {
        @Label(value = "Automatic", description = "Adjoint on a state vector without shots, otherwise parameter shift.")
        AUTOMATIC(null),
        @Label(
                value = "Adjoint",
                description = "Exact, by running the circuit backwards: takes the time of three circuits.")
        ADJOINT(GradientKind.ADJOINT),
        @Label(
                value = "Parameter shift",
                description = "Exact, as a quantum computer would measure it: two circuits for each angle.")
        PARAMETER_SHIFT(GradientKind.PARAMETER_SHIFT),
        @Label(value = "SPSA", description = "Two circuits along a random direction: cheap and noisy.")
        SPSA(GradientKind.SPSA),
        @Label(value = "Finite differences", description = "Two circuits for each parameter.")
        FINITE_DIFFERENCES(GradientKind.FINITE_DIFFERENCES);

        private final GradientKind value;

        GradientChoice(GradientKind value) {
            this.value = value;
        }
    }

    @Widget(
            title = "Gradient",
            description = "How the circuit is differentiated. The gradient comparison below reports the cost"
                    + " and accuracy of each method on your data.")
    GradientChoice m_gradient = GradientChoice.AUTOMATIC;

    /**
     * @param noise of a density matrix
     * @param seed of the measurements
     */
    QuantumDevice toDevice(NoiseModel noise, long seed) {
        return new QuantumDevice(
                m_simulator.value,
                m_simulator == SimulatorChoice.DENSITY_MATRIX ? noise : NoiseModel.NONE,
                m_shots,
                seed);
    }

    GradientKind gradient(QuantumDevice device) {
        return m_gradient.value == null ? GradientKind.suiting(device) : m_gradient.value;
    }
}
