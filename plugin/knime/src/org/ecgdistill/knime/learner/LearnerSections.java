package org.ecgdistill.knime.learner;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The parts of a learner's dialog, in their order. */
public final class LearnerSections {

    @Section(title = "Signals", description = "The columns with the signals.")
    public interface SignalsSection {}

    @Section(
            title = "Labels and folds",
            description = "The labels to learn, the subjects, and the folds of the cross-validation.")
    @After(SignalsSection.class)
    public interface LabelsSection {}

    @Section(title = "Preparation", description = "How a signal becomes the input of the network.")
    @After(LabelsSection.class)
    public interface PreparationSection {}

    @Section(title = "Model", description = "The network, and where it starts from.")
    @After(PreparationSection.class)
    public interface ModelSection {}

    @Section(title = "Training", description = "The training of the network.")
    @After(ModelSection.class)
    public interface TrainingSection {}

    private LearnerSections() {}
}
