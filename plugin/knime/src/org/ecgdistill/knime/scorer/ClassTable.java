package org.ecgdistill.knime.scorer;

import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each model and class, in the form of ANSI/AAMI EC57. */
final class ClassTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.text("Model"),
            EcgColumns.CLASS,
            EcgColumns.column("True positives", LongCell.TYPE),
            EcgColumns.column("False positives", LongCell.TYPE),
            EcgColumns.column("True negatives", LongCell.TYPE),
            EcgColumns.column("False negatives", LongCell.TYPE),
            EcgColumns.number("Se (gross)"),
            EcgColumns.number("+P (gross)"),
            EcgColumns.number("FPR (gross)"),
            EcgColumns.number("Se (average)"),
            EcgColumns.number("+P (average)"),
            EcgColumns.number("FPR (average)"));

    private ClassTable() {}

    static BufferedDataTable write(Comparison comparison, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var model : comparison.models()) {
                for (var row : model.ec57().orElseThrow().rows()) {
                    table.add(
                            Cells.of(model.name()),
                            Cells.of(row.name()),
                            new LongCell(row.gross().truePositives()),
                            new LongCell(row.gross().falsePositives()),
                            new LongCell(row.gross().trueNegatives()),
                            new LongCell(row.gross().falseNegatives()),
                            Cells.of(row.gross().sensitivity()),
                            Cells.of(row.gross().precision()),
                            Cells.of(row.gross().falsePositiveRate()),
                            Cells.of(row.averageSensitivity()),
                            Cells.of(row.averagePositivePredictivity()),
                            Cells.of(row.averageFalsePositiveRate()));
                }
            }
            return table.finish();
        }
    }
}
