package org.ecgdistill.knime.student;

import java.util.List;
import org.ecgdistill.distill.LearningCurve;
import org.ecgdistill.knime.learner.DistillationParameters;
import org.ecgdistill.knime.learner.LabelParameters;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.Learning;
import org.ecgdistill.knime.learner.NumberList;
import org.ecgdistill.knime.learner.PreparationParameters;
import org.ecgdistill.knime.learner.SignalParameters;
import org.ecgdistill.knime.learner.TrainingParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The settings: signals and labels, the student, its teachers and its training. */
@LoadDefaultsForAbsentFields
final class KdStudentLearnerParameters implements NodeParameters {

    SignalParameters m_signals = new SignalParameters();
    LabelParameters m_labels = new LabelParameters();
    PreparationParameters m_preparation = PreparationParameters.withoutResampling();

    @Layout(LearnerSections.ModelSection.class)
    @Widget(
            title = "Model name",
            description = "Names the model in its prediction columns and in comparisons. If empty, the"
                    + " student's name, such as ResNet-1D. Two students in one workflow need two names.")
    @TextInputWidget(placeholder = "name of the student")
    String m_name = "";

    NetworkParameters m_network = new NetworkParameters();
    DistillationParameters m_distillation = new DistillationParameters();
    TrainingParameters m_training = new TrainingParameters();

    @Section(title = "Learning curve", description = "How good students become with few labels.")
    @After(LearnerSections.TrainingSection.class)
    interface LearningCurveSection {}

    @Layout(LearningCurveSection.class)
    @Widget(title = "Shares of labelled subjects", description = """
                    Numbers above 0 and up to 1, separated by commas. For each share, the labels of the other subjects are \
                    hidden, and students are trained in every fold: from the labels alone, distilled, and distilled with \
                    the unlabelled rows; and once from the teacher alone. The table and the view show their scores with \
                    intervals. If there are several temperatures or weights, each fold's students use the pair that was \
                    selected for the fold with all labels. This takes about three times as many trainings as there are shares. If empty, no learning \
                    curve is made.""")
    @TextInputWidget(placeholder = "0.05, 0.15, 0.5, 1")
    String m_learningCurve = "";

    KdStudentLearnerParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    KdStudentLearnerParameters(NodeParametersInput input) {
        m_distillation.learnFromUnlabelled();
        input.getInTableSpec(0).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_labels.chooseFrom(table);
            m_distillation.chooseFrom(table);
        });
    }

    /**
     * Called when the node is configured, not in {@code validate}: settings that fail there when a workflow is opened
     * are replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        // Any leads and samples will do to see whether the sizes are possible.
        m_network.form(1, 1 << 20, 1, 0);
        m_preparation.toPlan();
        m_distillation.check();
        m_training.check();
        if (hasLearningCurve()) {
            shares();
        }
    }

    boolean hasLearningCurve() {
        return !m_learningCurve.isBlank();
    }

    /** The shares of labelled subjects of the learning curve. */
    List<Double> shares() {
        return LearningCurve.checked(NumberList.of("shares of labelled subjects", m_learningCurve));
    }

    String name() {
        return m_name.isBlank() ? m_network.title() : m_name.strip();
    }

    Learning learning() {
        return new Learning(m_signals, m_labels, m_preparation, m_training, new LearnerOutput(List.of(name())));
    }
}
