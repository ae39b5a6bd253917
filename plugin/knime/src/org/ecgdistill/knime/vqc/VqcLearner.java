package org.ecgdistill.knime.vqc;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.learner.Learnt;
import org.ecgdistill.knime.learner.SweepTable;
import org.ecgdistill.knime.learner.TeacherReader;
import org.ecgdistill.quantum.gradient.GradientComparison;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;

/** Joins table, training and model: what the node does with given parameters. */
final class VqcLearner {

    /** Rows on which gradients are compared. */
    private static final int GRADIENT_ROWS = 16;

    private final VqcLearnerParameters parameters;

    VqcLearner(VqcLearnerParameters parameters) {
        this.parameters = parameters;
    }

    PortObjectSpec[] configure(DataTableSpec table) throws InvalidSettingsException {
        parameters.check();
        var specs = parameters
                .learning()
                .configure(table, StageLog.SPEC, CircuitTable.SPEC, GradientTable.SPEC, SweepTable.SPEC);
        new TeacherReader(table, parameters.m_distillation).columns();
        return specs;
    }

    Learnt execute(BufferedDataTable table, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        var learning = parameters.learning();
        var reader = new TeacherReader(table.getDataTableSpec(), parameters.m_distillation);
        var rows = learning.read(table, reader, progress.part(0, 0.05));
        var candidates = new VqcModels(
                parameters,
                rows.form().leads().size(),
                rows.form().samples(),
                rows.code().logits());
        var teachers = reader.read(table, rows, candidates.features(), progress.part(0.05, 0.1));
        var study = new Study(parameters, rows, teachers, reader.columns(rows.code()), candidates);
        study.run(progress.part(0.1, 0.9));
        var warnings = new ArrayList<>(teachers.warnings());
        if (parameters.m_comparisons.m_twin && !parameters.hasTwin()) {
            warnings.add("No twin is trained: only qubits can be aligned with a teacher's features.");
        }
        if (parameters.m_comparisons.m_linear && !parameters.hasLinear()) {
            warnings.add("No logistic regression is trained: "
                    + (parameters.isAttention()
                            ? "a quantum attention has no latent values."
                            : "only qubits can be aligned with a teacher's features."));
        }
        return learning.finish(
                table,
                rows,
                study.models(),
                warnings,
                exec,
                StageLog.write(
                        study.trained(),
                        candidates.pretraining(),
                        study.distilled().unlabelled(),
                        parameters.m_training.seed(),
                        exec),
                CircuitTable.write(study.circuits(1), exec),
                GradientTable.write(gradients(study, progress.part(0.9, 0.98)), exec),
                SweepTable.write(study.distilled(), parameters.m_distillation, exec));
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
}
