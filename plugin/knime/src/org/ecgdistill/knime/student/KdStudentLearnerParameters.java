package org.ecgdistill.knime.student;

import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.knime.learner.DistillationParameters;
import org.ecgdistill.knime.learner.LabelParameters;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PreparationParameters;
import org.ecgdistill.knime.learner.SignalParameters;
import org.ecgdistill.knime.learner.TrainingParameters;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.nn.NetworkException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What the analyst sets: signals and labels, which student, who teaches it, and how it is trained. */
@LoadDefaultsForAbsentFields
final class KdStudentLearnerParameters implements NodeParameters {

    SignalParameters m_signals = new SignalParameters();
    LabelParameters m_labels = new LabelParameters();
    PreparationParameters m_preparation = PreparationParameters.asTheyAre();

    @Layout(LearnerSections.Model.class)
    @Widget(
            title = "Model name",
            description = "Names the model in the columns with its predictions and wherever models are compared. Empty:"
                    + " the student's, such as ResNet-1D. Two students in one workflow need two names.")
    @TextInputWidget(placeholder = "as the student")
    String m_name = "";

    NetworkParameters m_network = new NetworkParameters();
    DistillationParameters m_distillation = new DistillationParameters();
    TrainingParameters m_training = new TrainingParameters();

    KdStudentLearnerParameters() {}

    /** A node that is put onto the canvas behind another shows in its dialog which columns it will take. */
    KdStudentLearnerParameters(NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_labels.chooseFrom(table);
            m_distillation.chooseFrom(table);
        });
    }

    /**
     * Asked for when the node is configured, and not in {@code validate}: what does not pass there when a workflow is
     * opened is replaced by defaults.
     */
    void check() throws InvalidSettingsException {
        try {
            // Any leads and samples will do to see whether the sizes are possible.
            m_network.form(1, 1 << 20, 1, 0);
            m_preparation.toPlan();
        } catch (ModelException | NetworkException ex) {
            throw new InvalidSettingsException(ex.getMessage(), ex);
        }
        m_distillation.check();
        m_training.check();
    }

    String name() {
        return m_name.isBlank() ? m_network.title() : m_name.strip();
    }

    LearningRows.Source source() {
        return new LearningRows.Source(m_signals, m_labels, m_preparation.toPlan());
    }

    /** As shown in the dialog, for the model's provenance. */
    Map<String, String> toMap() {
        var map = new TreeMap<>(m_training.toMap());
        map.putAll(m_network.toMap());
        map.putAll(m_distillation.toMap());
        return map;
    }
}
