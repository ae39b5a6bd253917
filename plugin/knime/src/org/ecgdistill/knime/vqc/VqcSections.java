package org.ecgdistill.knime.vqc;

import org.ecgdistill.knime.learner.LearnerSections;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Section;

/** The parts of the dialog that only quantum students have. */
final class VqcSections {

    @Section(title = "Circuit", description = "The design of the quantum circuit.")
    @After(LearnerSections.ModelSection.class)
    @Before(LearnerSections.TrainingSection.class)
    interface CircuitSection {}

    @Section(
            title = "Simulator",
            description = "The simulator that runs the circuit, and how the circuit is differentiated.")
    @After(CircuitSection.class)
    @Before(LearnerSections.TrainingSection.class)
    interface SimulatorSection {}

    @Section(
            title = "Noise",
            description = "The errors of a device, for the density matrix and for the evaluation with noise.")
    @After(SimulatorSection.class)
    @Before(LearnerSections.TrainingSection.class)
    interface NoiseSection {}

    @Section(title = "Stages", description = "The training of the autoencoder, then of the circuit.")
    @After(LearnerSections.TrainingSection.class)
    interface StagesSection {}

    @Section(
            title = "Comparisons",
            description = "Whether the quantum part is worthwhile, and how it performs on a real device.")
    @After(StagesSection.class)
    interface ComparisonsSection {}

    private VqcSections() {}
}
