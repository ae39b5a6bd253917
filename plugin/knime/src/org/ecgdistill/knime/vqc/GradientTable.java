package org.ecgdistill.knime.vqc;

import java.util.List;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.quantum.gradient.GradientComparison.Estimate;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The cost of each gradient method, and how close it is to the exact gradient. */
final class GradientTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.column("Gradient", StringCell.TYPE),
            EcgColumns.column("Shots", IntCell.TYPE),
            EcgColumns.column("Cosine to the exact gradient", DoubleCell.TYPE),
            EcgColumns.column("Length", DoubleCell.TYPE),
            EcgColumns.column("Relative error", DoubleCell.TYPE),
            EcgColumns.column("Circuits run", LongCell.TYPE),
            EcgColumns.column("Seconds", DoubleCell.TYPE));

    private GradientTable() {}

    /** @param estimates empty if gradients are not compared */
    static BufferedDataTable write(List<Estimate> estimates, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var estimate : estimates) {
                table.add(
                        new StringCell(estimate.estimator()),
                        Cells.ofIndex(estimate.shots() == 0 ? -1 : estimate.shots()),
                        // Where the exact gradient is zero there is no direction to compare.
                        Cells.ofFinite(estimate.cosine()),
                        Cells.ofFinite(estimate.norm()),
                        Cells.ofFinite(estimate.relativeError()),
                        new LongCell(estimate.circuits()),
                        new DoubleCell(estimate.seconds()));
            }
            return table.finish();
        }
    }
}
