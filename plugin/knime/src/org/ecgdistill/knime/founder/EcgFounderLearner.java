package org.ecgdistill.knime.founder;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.FounderTraining;
import org.ecgdistill.distill.Goal;
import org.ecgdistill.distill.Student;
import org.ecgdistill.knime.learner.LabelColumns;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.learner.TeacherColumns;
import org.ecgdistill.knime.learner.TrainingLog;
import org.ecgdistill.knime.learner.Versions;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.founder.FounderCheckpoint;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Joins table, training and model: what the node does, once it knows its parameters. */
final class EcgFounderLearner {

    private final EcgFounderLearnerParameters parameters;

    EcgFounderLearner(EcgFounderLearnerParameters parameters) {
        this.parameters = parameters;
    }

    /** The specs of the three outputs; the table's is null where only its rows tell the classes. */
    PortObjectSpec[] configure(DataTableSpec table) throws InvalidSettingsException {
        parameters.check();
        SignalColumns.of(table, parameters.m_signals);
        var labels = LabelColumns.of(table, parameters.m_labels);
        var code = labels.code(table);
        var target = labels.target(table);
        var spec = code.isPresent()
                ? output(code.get(), target, Optional.empty(), false).spec(table, parameters.m_name)
                : null;
        return new PortObjectSpec[] {spec, EcgModelSpec.untrained(parameters.m_name, target), TrainingLog.SPEC};
    }

    /**
     * @param outputs the three of them
     * @param warning what the analyst should know
     */
    record Learnt(PortObject[] outputs, Optional<String> warning) {}

    Learnt execute(BufferedDataTable table, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (!parameters.m_training.libtorch().isEmpty()) {
            Torch.useLibraries(Path.of(parameters.m_training.libtorch()));
        }
        var rows = LearningRows.read(
                table,
                parameters.source(),
                parameters.m_training.innerFolds(),
                parameters.m_training.seed(),
                progress.part(0, 0.1));
        var target = rows.columns().get("label");
        var output = output(rows.code(), target, Optional.empty(), false);
        output.spec(table.getDataTableSpec(), parameters.m_name);
        var checkpoint = parameters.hasWeights()
                ? Optional.of(WeightsFile.read(parameters.weights(), progress.part(0.1, 0.12)))
                : Optional.<FounderCheckpoint>empty();
        var form = form(rows, checkpoint);
        var began = System.nanoTime();
        var result = training(form, checkpoint).run(rows.design(), rows.examples(), progress.part(0.12, 0.95));
        var model = model(form, rows, result, (System.nanoTime() - began) / 1e9);
        var warnings = new ArrayList<>(rows.warnings());
        LearnerOutput.unanswered(parameters.m_name, rows, result).ifPresent(warnings::add);
        checkpoint.flatMap(FounderCheckpoint::warning).ifPresent(warnings::add);
        return new Learnt(
                new PortObject[] {
                    output(rows.code(), target, Optional.of(model), result.isOutOfFold())
                            .table(table, rows, result, exec),
                    LearnerOutput.port(model, exec),
                    TrainingLog.write(result, exec)
                },
                LearnerOutput.warning(warnings));
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

    private TrainedModel model(Net1d.Form form, LearningRows rows, CrossValidated result, double seconds) {
        var provenance = new Provenance(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                rows.columns(),
                rows.examples().rows(),
                rows.labelCounts(),
                parameters.toMap(),
                parameters.m_training.seed(),
                Versions.now(),
                result.whole().log().stream().map(Epoch::loss).toList(),
                seconds);
        return new TrainedModel(
                new Manifest(
                        parameters.m_name,
                        Architecture.of(form),
                        rows.form(),
                        rows.columns().get("label"),
                        rows.code().classes(),
                        provenance),
                result.whole().weights());
    }

    private LearnerOutput output(LabelCode code, String target, Optional<TrainedModel> model, boolean isOutOfFold) {
        var properties = model.map(
                        one -> LearnerOutput.facts(one.manifest(), isOutOfFold).toProperties())
                .orElse(Map.of());
        return new LearnerOutput(
                new PredictionColumns(target, parameters.m_name, code.classes(), code.logits() == 1, properties),
                new TeacherColumns(
                        parameters.m_name, code.classes(), parameters.m_bottleneck > 0, parameters.m_attention));
    }
}
