package org.ecgdistill.knime.learner;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The parts of a learner's dialog, in their order. */
public final class LearnerSections {

    @Section(title = "Signals", description = "Where the signals are.")
    public interface Signals {}

    @Section(title = "Labels and folds", description = "What is to be learnt, from whom, and how it is tested.")
    @After(Signals.class)
    public interface Labels {}

    @Section(title = "Preparation", description = "What the network sees of a signal.")
    @After(Labels.class)
    public interface Preparation {}

    @Section(title = "Model", description = "Which network, and what it starts from.")
    @After(Preparation.class)
    public interface Model {}

    @Section(title = "Training", description = "How long and how fast the network learns.")
    @After(Model.class)
    public interface Training {}

    private LearnerSections() {}
}
