package org.ecgdistill.knime.learner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.nn.Torch;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/**
 * What every learner does before and after its training.
 *
 * @param output the columns that it adds to the table
 */
public record Learning(
        SignalParameters signals,
        LabelParameters labels,
        PreparationParameters preparation,
        TrainingParameters training,
        LearnerOutput output) {

    /**
     * The specs of the outputs. That of the table is null if the classes are known only from its rows.
     *
     * @param logs the tables after the model
     */
    public PortObjectSpec[] configure(DataTableSpec table, DataTableSpec... logs) throws InvalidSettingsException {
        SignalColumns.of(table, signals);
        labels.check();
        var columns = LabelColumns.of(table, labels);
        var code = columns.code(table);
        var target = columns.target(table);
        var specs = new ArrayList<PortObjectSpec>();
        specs.add(code.isPresent() ? output.spec(table, target, code.get()) : null);
        specs.add(EcgModelSpec.untrained(output.models().get(0), target));
        specs.addAll(List.of(logs));
        return specs.toArray(PortObjectSpec[]::new);
    }

    /** Reads the rows, once it is clear that the model's columns can be added to them. */
    public LearningRows read(BufferedDataTable table, Progress progress) throws InvalidSettingsException {
        return read(table, List.of(), progress);
    }

    /** Reads the rows of a student, which may learn without labels what its teacher distinguishes. */
    public LearningRows read(BufferedDataTable table, TeacherReader teachers, Progress progress)
            throws InvalidSettingsException {
        return read(table, teachers.classes(), progress);
    }

    private LearningRows read(BufferedDataTable table, List<String> taught, Progress progress)
            throws InvalidSettingsException {
        if (!training.libtorch().isEmpty()) {
            Torch.useLibraries(Path.of(training.libtorch()));
        }
        var rows = LearningRows.read(table, this, taught, progress);
        output.spec(table.getDataTableSpec(), rows.columns().get("label"), rows.code());
        return rows;
    }

    /**
     * The outputs of the node.
     *
     * @param models in the order of their columns; the first leaves the node
     * @param warnings besides those of the rows and the models
     * @param logs the tables after the model
     */
    public Learnt finish(
            BufferedDataTable table,
            LearningRows rows,
            List<LearntModel> models,
            List<String> warnings,
            ExecutionContext exec,
            BufferedDataTable... logs)
            throws CanceledExecutionException, KNIMEException {
        var outputs = new ArrayList<PortObject>();
        outputs.add(output.table(table, rows, models, exec));
        outputs.add(LearnerOutput.port(models.get(0).whole(), exec));
        outputs.addAll(List.of(logs));
        var all = new ArrayList<>(rows.warnings());
        models.forEach(model -> LearnerOutput.unanswered(model, rows).ifPresent(all::add));
        all.addAll(warnings);
        return new Learnt(outputs.toArray(PortObject[]::new), all);
    }
}
