package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;

/** The effect of cross-fitted calibration on each model. */
final class CalibrationSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        var table = new Table(
                "Calibration error, Brier score and log loss of the probabilities as scored, and after calibrating each fold with a"
                        + " function fitted to the other folds.",
                List.of("Model", "Method", "Calibration error ↓", "Brier ↓", "Log loss ↓"));
        for (var model : comparison.models()) {
            for (var scores : model.calibration()) {
                var cells = new ArrayList<>(List.of(
                        Cell.of(model.name()), Cell.of(scores.method().title()).withStyle("text")));
                for (var value : List.of(scores.calibrationError(), scores.brier(), scores.logLoss())) {
                    cells.add(Cell.of(value));
                }
                table.row(cells);
            }
        }
        if (!table.isEmpty()) {
            page.leaf("h2", "Calibration");
            table.write(page);
        }
    }
}
