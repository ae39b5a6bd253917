package org.ecgdistill.knime.vqc;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.hybrid.Pretraining;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.learner.LearntModel;
import org.ecgdistill.knime.learner.TrainingLog;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * The training log: one row per model, stage, fold and epoch. The autoencoder's loss is its mean squared error. The fold of
 * the model of all rows is missing.
 */
final class StageLog {

    static final DataTableSpec SPEC =
            TrainingLog.spec(EcgColumns.column("Model", StringCell.TYPE), EcgColumns.column("Stage", StringCell.TYPE));

    private static final String AUTOENCODER = "Autoencoder";

    private StageLog() {}

    static BufferedDataTable write(
            List<LearntModel> models,
            Optional<Pretraining> pretraining,
            List<Integer> unlabelled,
            long seed,
            ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            var folds = models.get(0).result().folds().size();
            pretraining.ifPresent(shared -> {
                for (var fold = -1; fold < folds; fold++) {
                    add(table, AUTOENCODER, AUTOENCODER, fold, shared.ofFold(seed, fold), unlabelled.get(fold + 1));
                }
            });
            for (var model : models) {
                var result = model.result();
                for (var fold = -1; fold < result.folds().size(); fold++) {
                    add(
                            table,
                            model.name(),
                            "Student",
                            fold,
                            fold < 0 ? result.whole() : result.folds().get(fold),
                            unlabelled.get(fold + 1));
                }
            }
            return table.finish();
        }
    }

    private static void add(TableWriter table, String model, String stage, int fold, Trained trained, int unlabelled) {
        TrainingLog.add(table, trained, unlabelled, Cells.of(model), Cells.of(stage), Cells.ofIndex(fold));
    }
}
