package org.ecgdistill.knime.segmenter;

import java.util.List;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.signal.segment.AverageBeat;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The view's table: the average beat of each lead and class. */
final class AverageTable {

    private static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.LEAD,
            EcgColumns.CLASS,
            EcgColumns.column("Windows", LongCell.TYPE),
            EcgColumns.column("Left out", LongCell.TYPE),
            EcgColumns.SAMPLING_RATE,
            EcgColumns.column("R peak", IntCell.TYPE),
            EcgColumns.column("Mean", Signals.TYPE),
            EcgColumns.column("Deviation", Signals.TYPE),
            EcgColumns.column("Unit", StringCell.TYPE));

    private AverageTable() {}

    static BufferedDataTable write(List<AverageBeat> averages, String unit, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var beat : averages) {
                table.add(
                        new StringCell(beat.lead()),
                        new StringCell(beat.label()),
                        new LongCell(beat.windows()),
                        new LongCell(beat.otherwise()),
                        new DoubleCell(beat.rate()),
                        new IntCell(beat.peak()),
                        Signals.write(beat.mean()),
                        Signals.write(beat.deviation()),
                        new StringCell(unit));
            }
            return table.finish();
        }
    }
}
