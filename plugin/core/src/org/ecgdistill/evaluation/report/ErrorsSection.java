package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ErrorRow;

/** Rows worth looking at. */
final class ErrorsSection implements Section {

    private static final int SHOWN = 20;

    @Override
    public void write(Comparison comparison, Markup page) {
        var all = comparison.errors().stream().filter(ErrorRow::allModels).toList();
        page.leaf("h2", "Errors");
        var rows = comparison.design().commonRows();
        var single = comparison.models().size() == 1;
        page.leaf(
                "p",
                Numbers.count(all.size()) + " of " + Numbers.count(rows) + " rows ("
                        + Numbers.percent(all.size() / (double) rows) + ") "
                        + (single ? "were misclassified. " : "were misclassified by every model. ")
                        + (all.size() > SHOWN ? "The first " + SHOWN + " are below; the" : "The")
                        + " error table that accompanies this report lists all of them"
                        + (single ? "." : ", and the rows that only one model misclassified."));
        if (!single) {
            alone(comparison).write(page);
        }
        if (!all.isEmpty()) {
            rows(comparison, all).write(page);
        }
    }

    private static Table alone(Comparison comparison) {
        var table = new Table("Rows that only one model misclassified.", List.of("Model", "Rows"));
        for (var model : comparison.models()) {
            var alone = comparison.errors().stream()
                    .filter(error ->
                            error.onlyModel().filter(model.name()::equals).isPresent())
                    .count();
            table.row(Cell.of(model.name()), Cell.of(Numbers.count(alone)));
        }
        return table;
    }

    private static Table rows(Comparison comparison, List<ErrorRow> all) {
        var heads = new ArrayList<>(List.of("Row", "Label", "Fold", "Subject"));
        comparison.models().forEach(model -> heads.add(model.name()));
        var table = new Table(
                comparison.models().size() == 1 ? "Misclassified rows." : "Rows that every model misclassified.",
                heads);
        for (var error : all.subList(0, Math.min(SHOWN, all.size()))) {
            var cells = new ArrayList<>(List.of(
                    Cell.of(error.key()),
                    Cell.of(error.label()),
                    Cell.of(error.fold().map(String::valueOf).orElse(Numbers.MISSING)),
                    Cell.of(error.subject().orElse(Numbers.MISSING))));
            error.predictions().forEach(prediction -> cells.add(Cell.of(prediction)));
            table.row(cells);
        }
        return table;
    }
}
