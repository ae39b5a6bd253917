package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each model and fold. */
final class FoldTable {

    static final DataTableSpec SPEC = spec();

    private FoldTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var model : comparison.models()) {
                for (var fold : model.folds()) {
                    var cells = new ArrayList<DataCell>(List.of(
                            Cells.of(model.name()),
                            new IntCell(fold.fold()),
                            new LongCell(fold.rows()),
                            Cells.of(fold.threshold(), DoubleCell::new)));
                    for (var metric : Metric.values()) {
                        cells.add(Cells.of(fold.scores().get(metric)));
                    }
                    table.add(cells.toArray(DataCell[]::new));
                }
            }
            return table.finish();
        }
    }

    private static DataTableSpec spec() {
        var columns = new ArrayList<>(List.of(
                EcgColumns.text("Model"),
                EcgColumns.FOLD,
                EcgColumns.column("Rows", LongCell.TYPE),
                EcgColumns.number("Threshold")));
        for (var metric : Metric.values()) {
            columns.add(EcgColumns.number(metric.title()));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
