package org.ecgdistill.knime.student;

import java.util.List;
import java.util.TreeMap;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.LearningCurve;
import org.ecgdistill.distill.LearningCurveLine;
import org.ecgdistill.distill.Student;
import org.ecgdistill.knime.learner.Learnt;
import org.ecgdistill.knime.learner.LearntModel;
import org.ecgdistill.knime.learner.ShownSettings;
import org.ecgdistill.knime.learner.SweepTable;
import org.ecgdistill.knime.learner.TeacherReader;
import org.ecgdistill.knime.learner.TrainingLog;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;

/** Joins table, teachers, training and model: what the node does with given parameters. */
final class KdStudentLearner {

    /** The progress at which all is trained, and at which the students are if a learning curve follows. */
    private static final double ALL = 0.95;

    private static final double CURVE = 0.3;

    private final KdStudentLearnerParameters parameters;

    KdStudentLearner(KdStudentLearnerParameters parameters) {
        this.parameters = parameters;
    }

    PortObjectSpec[] configure(DataTableSpec table) throws InvalidSettingsException {
        parameters.check();
        var specs = parameters.learning().configure(table, TrainingLog.SPEC, SweepTable.SPEC, LearningCurveTable.SPEC);
        new TeacherReader(table, parameters.m_distillation).columns();
        return specs;
    }

    Learnt execute(BufferedDataTable table, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        var learning = parameters.learning();
        var reader = new TeacherReader(table.getDataTableSpec(), parameters.m_distillation);
        var rows = learning.read(table, reader, progress.part(0, 0.05));
        // A student that is aligned to a teacher has as many features as the teacher.
        var features = reader.features();
        var teachers = reader.read(table, rows, features, progress.part(0.05, 0.1));
        if (parameters.hasLearningCurve()) {
            LearningCurve.check(teachers.design());
        }
        var form = parameters.m_network.form(
                rows.form().leads().size(), rows.form().samples(), rows.code().logits(), features);
        var began = System.nanoTime();
        var plan = parameters.m_distillation.toDistillation(new Student.Plain(form), parameters.m_training);
        var trained = parameters.hasLearningCurve() ? CURVE : ALL;
        var distilled = plan.run(teachers, rows.examples(), progress.part(0.1, trained));
        var model = LearntModel.of(
                        parameters.name(), form, rows, ShownSettings.of(parameters), distilled.models(), began)
                .timed(rows);
        var curve = parameters.hasLearningCurve()
                ? new LearningCurve(plan, distilled.pairsOfFolds(), parameters.shares())
                        .run(teachers, rows.examples(), progress.part(trained, ALL))
                : List.<LearningCurveLine>of();
        var facts = new TreeMap<>(ShownSettings.of(parameters.m_distillation));
        facts.putAll(TeacherFacts.of(table.getDataTableSpec(), reader.columns(rows.code()))
                .against(model.facts()));
        return learning.finish(
                table,
                rows,
                List.of(model.with(facts)),
                teachers.warnings(),
                exec,
                TrainingLog.write(distilled, exec),
                SweepTable.write(distilled, parameters.m_distillation, exec),
                LearningCurveTable.write(curve, exec));
    }
}
