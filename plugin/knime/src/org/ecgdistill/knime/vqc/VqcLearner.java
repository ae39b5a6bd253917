package org.ecgdistill.knime.vqc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.learner.LabelColumns;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.learner.SweepTable;
import org.ecgdistill.knime.learner.TeacherColumns;
import org.ecgdistill.knime.learner.TeacherReader;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.LabelCode;
import org.ecgdistill.quantum.gradient.GradientComparison;
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

    /** Rows on which gradients are compared. */
    private static final int GRADIENT_ROWS = 16;

    private final VqcLearnerParameters parameters;

    VqcLearner(VqcLearnerParameters parameters) {
        this.parameters = parameters;
    }

    /** The specs of the outputs; the table's is null where only its rows tell the classes. */
    PortObjectSpec[] configure(DataTableSpec table) throws InvalidSettingsException {
        parameters.check();
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
            GradientTable.SPEC,
            SweepTable.SPEC
        };
    }

    /**
     * @param outputs of the node
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
                progress.part(0, 0.05));
        untrained(rows.code(), rows.columns().get("label")).spec(table.getDataTableSpec());
        var candidates = new VqcModels(
                parameters,
                rows.form().leads().size(),
                rows.form().samples(),
                rows.code().logits());
        var reader = new TeacherReader(table.getDataTableSpec(), parameters.m_distillation);
        var teachers = reader.read(table, rows, candidates.features(), progress.part(0.05, 0.1));
        var study = new Study(parameters, rows, teachers, reader.columns(), candidates);
        study.run(progress.part(0.1, 0.9));
        var warnings = new ArrayList<>(rows.warnings());
        warnings.addAll(teachers.warnings());
        for (var model : study.answers()) {
            LearnerOutput.unanswered(model.name(), rows, model.answers()).ifPresent(warnings::add);
        }
        if (parameters.m_comparisons.m_twin && !parameters.hasTwin()) {
            warnings.add("No twin is trained: a teacher's features can only be brought to qubits.");
        }
        if (parameters.m_comparisons.m_linear && !parameters.hasLinear()) {
            warnings.add("No logistic regression is trained: "
                    + (parameters.isAttention()
                            ? "a quantum attention has no latent numbers."
                            : "a teacher's features can only be brought to qubits."));
        }
        return new Learnt(
                new PortObject[] {
                    new Answers(study.answers(), students(rows.code())).table(table, rows, exec),
                    LearnerOutput.port(study.model(), exec),
                    StageLog.write(study.trained(), candidates.pretraining(), parameters.m_training.seed(), exec),
                    CircuitTable.write(study.circuits(1), exec),
                    GradientTable.write(gradients(study, progress.part(0.9, 0.98)), exec),
                    SweepTable.write(study.distilled(), parameters.m_distillation, exec)
                },
                LearnerOutput.warning(warnings));
    }

    private List<GradientComparison.Estimate> gradients(Study study, Progress progress) {
        var comparisons = parameters.m_comparisons;
        if (!comparisons.m_gradients) {
            return List.of();
        }
        var trained = study.circuits(GRADIENT_ROWS).get(0);
        return GradientComparison.of(
                trained.circuit(),
                trained.angles(),
                trained.rows(),
                trained.parameters(),
                comparisons.m_shots,
                parameters.m_training.seed(),
                progress);
    }

    /** What the columns will be. */
    private Answers untrained(LabelCode code, String target) {
        var names = new ArrayList<>(List.of(parameters.m_name));
        var comparisons = parameters.m_comparisons;
        if (comparisons.m_withShots) {
            names.add(parameters.m_name + ", " + comparisons.m_shots + " shots");
        }
        if (comparisons.m_withNoise) {
            names.add(parameters.m_name + ", noise");
        }
        if (parameters.hasTwin()) {
            names.add(parameters.m_name + " twin");
        }
        if (parameters.hasLinear()) {
            names.add(parameters.linearName());
        }
        return new Answers(
                names.stream()
                        .map(name -> new Answers.Model(
                                name,
                                new PredictionColumns(target, name, code.classes(), code.logits() == 1, Map.of()),
                                null))
                        .toList(),
                students(code));
    }

    private TeacherColumns students(LabelCode code) {
        return new TeacherColumns(parameters.m_name, code.classes());
    }
}
