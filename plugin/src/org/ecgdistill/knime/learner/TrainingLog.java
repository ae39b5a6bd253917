package org.ecgdistill.knime.learner;

import org.ecgdistill.knime.table.EcgColumns;
import org.ecgdistill.knime.table.TableWriter;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A learner's training log: one row per model and epoch. The fold of the model of all rows is missing. */
public final class TrainingLog {

    public static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.FOLD,
            EcgColumns.column("Epoch", IntCell.TYPE),
            EcgColumns.column("Training loss", DoubleCell.TYPE),
            EcgColumns.column("Validation loss", DoubleCell.TYPE),
            EcgColumns.column("Validation score", DoubleCell.TYPE),
            EcgColumns.column("Seconds", DoubleCell.TYPE),
            EcgColumns.column("Kept", BooleanCell.TYPE));

    public static BufferedDataTable write(final CrossValidated result, final ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var fold = 0; fold < result.folds().size(); fold++) {
                add(table, new IntCell(fold), result.folds().get(fold));
            }
            add(table, DataType.getMissingCell(), result.whole());
            return table.finish();
        }
    }

    private static void add(final TableWriter table, final DataCell fold, final Trained trained) {
        for (var epoch : trained.log()) {
            table.add(
                    fold,
                    new IntCell(epoch.number()),
                    number(epoch.loss()),
                    number(epoch.validationLoss()),
                    number(epoch.score()),
                    number(epoch.seconds()),
                    epoch.number() == trained.best() ? BooleanCell.TRUE : BooleanCell.FALSE);
        }
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }

    private TrainingLog() {}
}
