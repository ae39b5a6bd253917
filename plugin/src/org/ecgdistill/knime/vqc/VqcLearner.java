package org.ecgdistill.knime.vqc;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecgdistill.distill.Distilled;
import org.ecgdistill.distill.Teachers;
import org.ecgdistill.hybrid.CircuitNetwork;
import org.ecgdistill.hybrid.DeviceEvaluation;
import org.ecgdistill.hybrid.GradientDiagnosis;
import org.ecgdistill.hybrid.QuantumDevice;
import org.ecgdistill.hybrid.TrainedCircuit;
import org.ecgdistill.knime.learner.LabelColumns;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.learner.TeacherColumns;
import org.ecgdistill.knime.learner.TeacherReader;
import org.ecgdistill.knime.learner.Versions;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.LabelCode;
import org.ecgdistill.signal.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Joins table, training and model: what the node does, once it knows its parameters. */
final class VqcLearner {

    private final VqcLearnerParameters parameters;

    VqcLearner(final VqcLearnerParameters parameters) {
        this.parameters = parameters;
    }

    /** The specs of the outputs; the table's is null where only its rows tell the classes. */
    PortObjectSpec[] configure(final DataTableSpec table) throws InvalidSettingsException {
        parameters.validate();
        SignalColumns.of(table, parameters.m_signals);
        new TeacherReader(table, parameters.m_distillation).columns();
        var labels = LabelColumns.of(table, parameters.m_labels);
        var code = labels.code(table);
        var target = labels.target(table);
        var spec = code.isPresent() ? untrained(code.get(), target).spec(table) : null;
        return new PortObjectSpec[] {
            spec,
            EcgModelSpec.untrained(parameters.m_name, target),
            StageLog.SPEC,
            CircuitTable.SPEC,
            GradientTable.SPEC
        };
    }

    /**
     * @param outputs of the node
     * @param warning what the analyst should know
     */
    record Learnt(PortObject[] outputs, Optional<String> warning) {}

    Learnt execute(final BufferedDataTable table, final ExecutionContext exec, final Progress progress)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (!parameters.m_training.libtorch().isEmpty()) {
            Torch.useLibraries(Path.of(parameters.m_training.libtorch()));
        }
        var rows = LearningRows.read(
                table,
                parameters.source(),
                parameters.m_training.innerFolds(),
                parameters.m_training.seed(),
                progress.part(0, 0.05));
        untrained(rows.code(), rows.columns().get("label")).spec(table.getDataTableSpec());
        var candidates = new Candidates(
                parameters,
                rows.form().leads().size(),
                rows.form().samples(),
                rows.code().logits());
        var reader = new TeacherReader(table.getDataTableSpec(), parameters.m_distillation);
        var teachers = reader.read(table, rows, candidates.features(), progress.part(0.05, 0.1));
        var study = new Study(rows, teachers, candidates);
        study.learn(progress.part(0.1, 0.9));
        var warnings = new ArrayList<>(rows.warnings());
        warnings.addAll(teachers.warnings());
        var lines = parameters.m_comparisons.m_gradients
                ? GradientDiagnosis.of(
                        study.circuits(GRADIENT_ROWS).get(0),
                        parameters.m_comparisons.m_shots,
                        parameters.m_training.seed(),
                        progress.part(0.9, 0.98))
                : List.<GradientDiagnosis.Line>of();
        return new Learnt(
                new PortObject[] {
                    new Answers(study.answers, teacherColumns(rows.code())).table(table, rows, exec),
                    LearnerOutput.port(study.model, exec),
                    StageLog.write(study.trained, candidates.pretraining(), parameters.m_training.seed(), exec),
                    CircuitTable.write(study.circuits(1), exec),
                    GradientTable.write(lines, exec)
                },
                LearnerOutput.warning(warnings));
    }
}
