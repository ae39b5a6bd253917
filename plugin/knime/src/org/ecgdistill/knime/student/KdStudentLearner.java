package org.ecgdistill.knime.student;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.Distilled;
import org.ecgdistill.distill.Student;
import org.ecgdistill.knime.learner.LabelColumns;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.learner.SweepTable;
import org.ecgdistill.knime.learner.TeacherColumns;
import org.ecgdistill.knime.learner.TeacherReader;
import org.ecgdistill.knime.learner.TrainingLog;
import org.ecgdistill.knime.learner.Versions;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.Architecture;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.Provenance;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Latency;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Torch;
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

/** Joins table, teachers, training and model: what the node does, once it knows its parameters. */
final class KdStudentLearner {

    private final KdStudentLearnerParameters parameters;

    KdStudentLearner(KdStudentLearnerParameters parameters) {
        this.parameters = parameters;
    }

    /** The specs of the four outputs; the table's is null where only its rows tell the classes. */
    PortObjectSpec[] configure(DataTableSpec table) throws InvalidSettingsException {
        parameters.check();
        SignalColumns.of(table, parameters.m_signals);
        new TeacherReader(table, parameters.m_distillation).columns();
        var labels = LabelColumns.of(table, parameters.m_labels);
        var code = labels.code(table);
        var target = labels.target(table);
        var spec = code.isPresent() ? output(code.get(), target, Map.of()).spec(table, parameters.name()) : null;
        return new PortObjectSpec[] {
            spec, EcgModelSpec.untrained(parameters.name(), target), TrainingLog.SPEC, SweepTable.SPEC
        };
    }

    /**
     * @param outputs the four of them
     * @param warning what the analyst should know
     */
    record Learnt(PortObject[] outputs, Optional<String> warning) {}

    Learnt execute(BufferedDataTable table, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        var training = parameters.m_training;
        if (!training.libtorch().isEmpty()) {
            Torch.useLibraries(Path.of(training.libtorch()));
        }
        var spec = table.getDataTableSpec();
        var rows = LearningRows.read(
                table, parameters.source(), training.innerFolds(), training.seed(), progress.part(0, 0.05));
        var target = rows.columns().get("label");
        output(rows.code(), target, Map.of()).spec(spec, parameters.name());
        var reader = new TeacherReader(spec, parameters.m_distillation);
        // A student that is aligned to a teacher has as many features as the teacher.
        var features = reader.features();
        var teachers = reader.read(table, rows, features, progress.part(0.05, 0.1));
        var form = parameters.m_network.form(
                rows.form().leads().size(), rows.form().samples(), rows.code().logits(), features);
        var began = System.nanoTime();
        var student = new Student.Plain(form);
        var distilled = parameters
                .m_distillation
                .toDistillation(student, training)
                .run(teachers, rows.examples(), progress.part(0.1, 0.95));
        var model = model(form, rows, distilled, (System.nanoTime() - began) / 1e9);
        var warnings = new ArrayList<>(rows.warnings());
        LearnerOutput.unanswered(parameters.name(), rows, distilled.models()).ifPresent(warnings::add);
        warnings.addAll(teachers.warnings());
        return new Learnt(
                new PortObject[] {
                    output(rows.code(), target, facts(model, rows, distilled, TeacherFacts.of(spec, reader.columns())))
                            .table(table, rows, distilled.models(), exec),
                    LearnerOutput.port(model, exec),
                    TrainingLog.write(distilled.models(), exec),
                    SweepTable.write(distilled, parameters.m_distillation, exec)
                },
                LearnerOutput.warning(warnings));
    }

    private TrainedModel model(NetworkForm form, LearningRows rows, Distilled distilled, double seconds) {
        var result = distilled.models();
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
                        parameters.name(),
                        Architecture.of(form),
                        rows.form(),
                        rows.columns().get("label"),
                        rows.code().classes(),
                        provenance),
                result.whole().weights());
    }

    private Map<String, String> facts(
            TrainedModel model, LearningRows rows, Distilled distilled, TeacherFacts teachers) {
        var manifest = model.manifest();
        var latency = Latency.milliseconds(
                manifest.architecture().network(),
                model.weights(),
                manifest.input().leads().size(),
                rows.examples().signals()[0]);
        var words = teachers.against(manifest.architecture().network().parameters());
        words.putAll(parameters.m_distillation.toMap());
        return LearnerOutput.facts(manifest, distilled.models().isOutOfFold(), OptionalDouble.of(latency), words)
                .toProperties();
    }

    private LearnerOutput output(LabelCode code, String target, Map<String, String> properties) {
        return new LearnerOutput(
                new PredictionColumns(target, parameters.name(), code.classes(), code.logits() == 1, properties),
                new TeacherColumns(parameters.name(), code.classes()));
    }
}
