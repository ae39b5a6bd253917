package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelResult;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each row that is misclassified by all models or by a single one. */
final class ErrorTable {

    private ErrorTable() {}

    static DataTableSpec spec(List<String> models) {
        var columns = new ArrayList<>(List.of(
                EcgColumns.text("Row key"),
                EcgColumns.text("Label"),
                EcgColumns.column("Fold", IntCell.TYPE),
                EcgColumns.SUBJECT,
                EcgColumns.text("Wrong")));
        models.forEach(name -> columns.add(EcgColumns.text("Prediction (" + name + ")")));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        var names = comparison.models().stream().map(ModelResult::name).toList();
        try (var table = new TableWriter(exec, spec(names))) {
            for (var error : comparison.errors()) {
                var cells = new ArrayList<DataCell>(List.of(
                        Cells.of(error.key()),
                        Cells.of(error.label()),
                        Cells.of(error.fold(), IntCell::new),
                        Cells.of(error.subject()),
                        Cells.of(error.onlyModel().orElse("all models"))));
                error.predictions().forEach(prediction -> cells.add(Cells.of(prediction)));
                table.add(cells.toArray(DataCell[]::new));
            }
            return table.finish();
        }
    }
}
