package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A learner's training log: one row per model and epoch. The fold of the model of all rows is missing. */
public final class TrainingLog {

    public static final DataTableSpec SPEC = spec();

    private TrainingLog() {}

    private static DataTableSpec spec() {
        var columns = new ArrayList<>(List.of(EcgColumns.FOLD));
        columns.addAll(EpochCells.COLUMNS);
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    public static BufferedDataTable write(CrossValidated result, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var fold = 0; fold < result.folds().size(); fold++) {
                add(table, new IntCell(fold), result.folds().get(fold));
            }
            add(table, DataType.getMissingCell(), result.whole());
            return table.finish();
        }
    }

    private static void add(TableWriter table, DataCell fold, Trained trained) {
        for (var epoch : trained.log()) {
            var cells = new ArrayList<>(List.of(fold));
            cells.addAll(EpochCells.of(trained, epoch));
            table.add(cells.toArray(DataCell[]::new));
        }
    }
}
