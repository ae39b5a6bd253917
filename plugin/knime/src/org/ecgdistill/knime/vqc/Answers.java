package org.ecgdistill.knime.vqc;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.learner.LearningRows;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.TeacherColumns;
import org.ecgdistill.nn.training.CrossValidated;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/**
 * The input table with the answers of several models, one after the other, and what the first of them says to students.
 *
 * @param models in the order of their columns
 * @param teacher the first model's columns for students
 */
record Answers(List<Model> models, TeacherColumns teacher) {

    /**
     * A model's columns.
     *
     * @param name of the model
     * @param columns of its answers
     * @param answers null before training
     */
    record Model(String name, PredictionColumns columns, CrossValidated answers) {}

    /** The table's columns before training. */
    DataTableSpec spec(DataTableSpec table) throws InvalidSettingsException {
        return spec(table, teacher.specs());
    }

    private DataTableSpec spec(DataTableSpec table, List<DataColumnSpec> teacherSpecs) throws InvalidSettingsException {
        var specs = new ArrayList<DataColumnSpec>();
        for (var model : models) {
            PredictionColumns.checkNames(table, model.columns().specs(), model.name());
            specs.addAll(model.columns().specs());
        }
        PredictionColumns.checkNames(table, teacherSpecs, models.get(0).name());
        specs.addAll(teacherSpecs);
        return new DataTableSpec(table, new DataTableSpec(specs.toArray(DataColumnSpec[]::new)));
    }

    BufferedDataTable table(BufferedDataTable table, LearningRows rows, ExecutionContext exec)
            throws CanceledExecutionException {
        var first = models.get(0).answers();
        var specs = new ArrayList<DataColumnSpec>();
        models.forEach(model -> specs.addAll(model.columns().specs()));
        specs.addAll(teacher.specs(first));
        var rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new AbstractCellFactory(specs.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(DataRow row, long number) {
                var example = rows.exampleOfRow()[Math.toIntExact(number)];
                if (example < 0) {
                    return Cells.missing(specs.size());
                }
                var cells = new ArrayList<DataCell>();
                models.forEach(model ->
                        cells.addAll(model.columns().cells(model.answers().logits(example))));
                cells.addAll(teacher.cells(first, example));
                return cells.toArray(DataCell[]::new);
            }
        });
        return exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.05));
    }
}
