package org.ecgdistill.knime.founder;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.FounderTraining;
import org.ecgdistill.distill.Goal;
import org.ecgdistill.distill.Student;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.Learnt;
import org.ecgdistill.knime.learner.LearntModel;
import org.ecgdistill.knime.learner.ShownSettings;
import org.ecgdistill.knime.learner.TrainingLog;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.founder.FounderCheckpoint;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;

/** Joins table, training and model: what the node does with given parameters. */
final class EcgFounderLearner {

    private final EcgFounderLearnerParameters parameters;

    EcgFounderLearner(EcgFounderLearnerParameters parameters) {
        this.parameters = parameters;
    }

    PortObjectSpec[] configure(DataTableSpec table) throws InvalidSettingsException {
        parameters.check();
        return parameters.learning().configure(table, TrainingLog.SPEC);
    }

    Learnt execute(BufferedDataTable table, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        var learning = parameters.learning();
        var rows = learning.read(table, progress.part(0, 0.1));
        var checkpoint = parameters.hasWeights()
                ? Optional.of(WeightsFile.read(parameters.weights(), progress.part(0.1, 0.12)))
                : Optional.<FounderCheckpoint>empty();
        var form = form(rows, checkpoint);
        var began = System.nanoTime();
        var result = training(form, checkpoint).run(rows.design(), rows.examples(), progress.part(0.12, 0.95));
        var model = LearntModel.of(parameters.m_name, form, rows, ShownSettings.of(parameters), result, began);
        var warnings = checkpoint.flatMap(FounderCheckpoint::warning).stream().toList();
        return learning.finish(table, rows, List.of(model), warnings, exec, TrainingLog.write(result, exec));
    }

    private Net1d.Form form(LearningRows rows, Optional<FounderCheckpoint> checkpoint) {
        var leads = rows.form().leads().size();
        var logits = rows.code().logits();
        return checkpoint
                .map(weights -> weights.form(leads, logits))
                .orElseGet(() -> parameters.form(leads, logits))
                .withBottleneck(parameters.m_bottleneck);
    }

    private FounderTraining training(Net1d.Form form, Optional<FounderCheckpoint> checkpoint) {
        var training = parameters.m_training;
        return new FounderTraining(
                new Student.Founder(form, checkpoint.map(FounderCheckpoint::tensors), parameters.m_attention),
                parameters.isHeadOnly(),
                Goal.labels(training.weighting(), training.score()),
                training.toSchedule(),
                training.processor(),
                training.threads());
    }
}
