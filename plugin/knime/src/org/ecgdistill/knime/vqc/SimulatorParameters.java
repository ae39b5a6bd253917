package org.ecgdistill.knime.vqc;

import java.util.Map;
import java.util.TreeMap;
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

/** On what the circuit runs while it learns and predicts, and how it is differentiated. */
@LoadDefaultsForAbsentFields
final class SimulatorParameters implements NodeParameters {

    enum Simulator {
        @Label(value = "State vector", description = "Exact, in double precision, and the fastest that learns well.")
        STATE_VECTOR,
        @Label(value = "State vector, single precision", description = "Six digits, in two thirds of the time.")
        STATE_VECTOR_SINGLE,
        @Label(
                value = "Density matrix",
                description = "With noise (below); some hundred times slower, up to 10 qubits.")
        DENSITY_MATRIX,
        @Label(value = "Strange", description = "Another simulator, as a check; a thousand times slower.")
        STRANGE
    }

    enum Gradient {
        @Label(
                value = "Automatic",
                description = "Adjoint on a state vector without shots, parameter shift everywhere else.")
        AUTOMATIC,
        @Label(value = "Adjoint", description = "Exact, by going back through the state vector: three circuits' time.")
        ADJOINT,
        @Label(
                value = "Parameter shift",
                description = "Exact, as a quantum computer would measure it: two circuits for each angle.")
        PARAMETER_SHIFT,
        @Label(value = "SPSA", description = "Two circuits in a random direction: cheap and noisy.")
        SPSA,
        @Label(value = "Finite differences", description = "Two circuits for each number.")
        FINITE_DIFFERENCES
    }

    @Layout(VqcSections.Simulator.class)
    @Widget(title = "Simulator", description = "On what the circuit runs.")
    Simulator m_simulator = Simulator.STATE_VECTOR;

    @Layout(VqcSections.Simulator.class)
    @Widget(
            title = "Shots",
            description =
                    "How often each row is measured, for example 5000; 0 for exact values, as only a simulator has.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_shots;

    @Layout(VqcSections.Simulator.class)
    @Widget(
            title = "Gradient",
            description = "How the circuit is differentiated. What each costs and how good it is, on"
                    + " these data, is told by the gradient comparison below.")
    Gradient m_gradient = Gradient.AUTOMATIC;

    /**
     * @param noise of a density matrix
     * @param seed of the measurements
     */
    QuantumDevice toDevice(NoiseModel noise, long seed) {
        return new QuantumDevice(
                QuantumDevice.Kind.valueOf(m_simulator.name()),
                m_simulator == Simulator.DENSITY_MATRIX ? noise : NoiseModel.NONE,
                m_shots,
                seed);
    }

    GradientKind gradient(QuantumDevice device) {
        if (m_gradient != Gradient.AUTOMATIC) {
            return GradientKind.valueOf(m_gradient.name());
        }
        return GradientKind.suiting(device);
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        map.put("Simulator", m_simulator.name());
        map.put("Shots", Integer.toString(m_shots));
        map.put("Gradient", m_gradient.name());
        return map;
    }
}
