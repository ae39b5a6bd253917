package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.distill.Distilled;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A learner's training log: one row per model and epoch. The fold of the model of all rows is missing. */
public final class TrainingLog {

    public static final DataTableSpec SPEC = spec();

    private TrainingLog() {}

    /** @param before the columns before the fold, which name the model of a row */
    public static DataTableSpec spec(DataColumnSpec... before) {
        var columns = new ArrayList<>(List.of(before));
        columns.addAll(List.of(
                EcgColumns.FOLD,
                EcgColumns.column("Epoch", IntCell.TYPE),
                EcgColumns.column("Training loss", DoubleCell.TYPE),
                EcgColumns.column("Validation loss", DoubleCell.TYPE),
                EcgColumns.column("Validation score", DoubleCell.TYPE),
                EcgColumns.column("Seconds", DoubleCell.TYPE),
                EcgColumns.column("Kept", BooleanCell.TYPE),
                EcgColumns.column("Reason", StringCell.TYPE),
                EcgColumns.column("Unlabelled rows", IntCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Of models without a teacher. */
    public static BufferedDataTable write(CrossValidated result, ExecutionContext exec) {
        return write(result, Collections.nCopies(1 + result.folds().size(), 0), exec);
    }

    /** Of students. */
    public static BufferedDataTable write(Distilled distilled, ExecutionContext exec) {
        return write(distilled.models(), distilled.unlabelled(), exec);
    }

    private static BufferedDataTable write(CrossValidated result, List<Integer> unlabelled, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var fold = 0; fold < result.folds().size(); fold++) {
                add(table, result.folds().get(fold), unlabelled.get(fold + 1), new IntCell(fold));
            }
            add(table, result.whole(), unlabelled.get(0), DataType.getMissingCell());
            return table.finish();
        }
    }

    /**
     * Adds a model's epochs; the reason stands only beside the epoch that was kept.
     *
     * @param unlabelled how many rows without a label have taught it
     * @param before the cells up to the fold
     */
    public static void add(TableWriter table, Trained trained, int unlabelled, DataCell... before) {
        for (var epoch : trained.log()) {
            var isKept = epoch.number() == trained.best();
            var cells = new ArrayList<>(List.of(before));
            cells.add(new IntCell(epoch.number()));
            cells.add(Cells.of(epoch.loss()));
            cells.add(Cells.of(epoch.validationLoss()));
            cells.add(Cells.of(epoch.score()));
            cells.add(Cells.of(epoch.seconds()));
            cells.add(Cells.of(isKept));
            cells.add(Cells.of(
                    Optional.of(trained.reason()).filter(reason -> isKept).map(TrainingLog::words)));
            cells.add(new IntCell(unlabelled));
            table.add(cells.toArray(DataCell[]::new));
        }
    }

    private static String words(Reason reason) {
        var words =
                switch (reason.rule()) {
                    case LAST -> "Last epoch: no rows were kept back";
                    case SWEPT -> "As many epochs as were best in the sweep";
                    case ONLY -> "Only epoch";
                    case SMALLEST_LOSS -> "Smallest validation loss";
                    case HIGHEST_SCORE -> "Highest validation score";
                    case AMONG_EQUALS -> "Highest validation score, smallest loss among equals";
                    case NO_SCORE -> "Smallest validation loss: there is no score";
                };
        return reason.isSmall()
                ? words + " (fewer than " + Design.FEW
                        + " subjects of a class were kept back: choosing by the loss is safer)"
                : words;
    }
}
