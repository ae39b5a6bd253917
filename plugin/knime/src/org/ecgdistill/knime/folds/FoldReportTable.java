package org.ecgdistill.knime.folds;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.folds.FoldReport;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The node's second output: one row per fold. */
final class FoldReportTable {

    private FoldReportTable() {}

    /**
     * @param names the names of the copied folds, null if folds were made
     */
    static BufferedDataTable write(
            FoldReport report, String labelColumn, boolean hasSubjects, List<String> names, ExecutionContext exec) {
        try (var table = new TableWriter(exec, spec(report.classes(), labelColumn, names != null))) {
            for (var fold : report.folds()) {
                var cells = new ArrayList<DataCell>();
                cells.add(new IntCell(fold.fold()));
                if (names != null) {
                    cells.add(new StringCell(names.get(fold.fold())));
                }
                cells.add(new IntCell(fold.rows()));
                cells.add(Cells.ofIndex(hasSubjects ? fold.subjects() : -1));
                fold.classCounts().forEach(count -> cells.add(new IntCell(count)));
                table.add(cells.toArray(DataCell[]::new));
            }
            return table.finish();
        }
    }

    private static DataTableSpec spec(List<String> classes, String labelColumn, boolean copied) {
        var columns = new ArrayList<DataColumnSpec>();
        columns.add(EcgColumns.FOLD);
        if (copied) {
            columns.add(EcgColumns.text("Given fold"));
        }
        columns.add(EcgColumns.column("Rows", IntCell.TYPE));
        columns.add(EcgColumns.column("Subjects", IntCell.TYPE));
        for (var label : classes) {
            columns.add(EcgColumns.column("Rows (" + labelColumn + "=" + label + ")", IntCell.TYPE));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
