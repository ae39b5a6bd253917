package org.ecgdistill.knime.scorer;

import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each model, class and predicted class: how many rows of the one were predicted as the other. For the view. */
final class ConfusionTable {

    /** Predictions that are not among the labels. */
    private static final String NO_LABEL = "(no label)";

    private static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.text("Model"),
            EcgColumns.text("Actual"),
            EcgColumns.text("Predicted"),
            EcgColumns.column("Rows", LongCell.TYPE));

    private ConfusionTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var model : comparison.models()) {
                var matrix = model.confusion();
                for (var actual = 0; actual < matrix.classes().size(); actual++) {
                    var label = matrix.classes().get(actual);
                    for (var predicted = 0; predicted < matrix.classes().size(); predicted++) {
                        var type = matrix.classes().get(predicted);
                        add(table, model.name(), label, type, matrix.count(actual, predicted));
                    }
                    if (matrix.predictedOutside(actual) > 0) {
                        add(table, model.name(), label, NO_LABEL, matrix.predictedOutside(actual));
                    }
                }
            }
            return table.finish();
        }
    }

    private static void add(TableWriter table, String model, String actual, String predicted, long rows) {
        table.add(Cells.of(model), Cells.of(actual), Cells.of(predicted), new LongCell(rows));
    }
}
