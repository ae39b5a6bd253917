package org.ecgdistill.knime.vqc;

import org.ecgdistill.knime.learner.LearnerSections;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Section;

/** The parts of the dialog that only quantum students have. */
final class VqcSections {

    @Section(title = "Circuit", description = "What the quantum circuit looks like.")
    @After(LearnerSections.Model.class)
    @Before(LearnerSections.Training.class)
    interface Circuit {}

    @Section(
            title = "Simulator",
            description = "On what the circuit runs while it learns, and how it is differentiated.")
    @After(Circuit.class)
    @Before(LearnerSections.Training.class)
    interface Simulator {}

    @Section(
            title = "Noise",
            description = "What goes wrong on a device, for the density matrix and for the evaluation with noise.")
    @After(Simulator.class)
    @Before(LearnerSections.Training.class)
    interface Noise {}

    @Section(title = "Stages", description = "The autoencoder, then the circuit.")
    @After(LearnerSections.Training.class)
    interface Stages {}

    @Section(
            title = "Comparisons",
            description = "What shows what the quantum part is worth, and how it fares on a device.")
    @After(Stages.class)
    interface Comparisons {}

    private VqcSections() {}
}
