package org.ecgdistill.knime.vqc;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.hybrid.Pretraining;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.learner.EpochCells;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * The training log: one row per model, stage, fold and epoch. The autoencoder's loss is its mean squared error. The fold of
 * the model of all rows is missing.
 */
final class StageLog {

    static final DataTableSpec SPEC = spec();

    private StageLog(TableWriter table) {
        this.table = table;
    }

    private static DataTableSpec spec() {
        var columns = new ArrayList<>(List.of(
                EcgColumns.column("Model", StringCell.TYPE),
                EcgColumns.column("Stage", StringCell.TYPE),
                EcgColumns.FOLD));
        columns.addAll(EpochCells.COLUMNS);
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private final TableWriter table;

    /**
     * @param pretraining null where there was none
     */
    static BufferedDataTable write(
            List<Answers.Model> models, Pretraining pretraining, long seed, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            var log = new StageLog(table);
            var first = models.get(0).answers();
            if (pretraining != null) {
                for (var fold = -1; fold < first.folds().size(); fold++) {
                    log.add("Autoencoder", "Autoencoder", fold, pretraining.ofFold(seed, fold));
                }
            }
            models.forEach(model -> log.add(model.name(), model.answers()));
            return table.finish();
        }
    }

    private void add(String model, CrossValidated answers) {
        add(model, "Student", -1, answers.whole());
        for (var fold = 0; fold < answers.folds().size(); fold++) {
            add(model, "Student", fold, answers.folds().get(fold));
        }
    }

    private void add(String model, String stage, int fold, Trained trained) {
        for (var epoch : trained.log()) {
            var cells = new ArrayList<>(List.of(new StringCell(model), new StringCell(stage), Cells.ofIndex(fold)));
            cells.addAll(EpochCells.of(trained, epoch));
            table.add(cells.toArray(DataCell[]::new));
        }
    }
}
