package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.Ec57Report;
import org.ecgdistill.evaluation.study.ModelResult;

/** Confusion matrices, and by choice the table per class of EC57. */
final class ConfusionSection implements Section {

    private static final String OUTSIDE = "another class";

    @Override
    public void write(Comparison comparison, Markup page) {
        page.leaf("h2", "Confusion");
        page.leaf(
                "p",
                "Rows are labels, columns are predictions. Percentages are of the row; a stronger colour means a larger share.",
                "class",
                "soft");
        page.start("div", "class", "figures");
        comparison.models().forEach(model -> matrix(model, page));
        page.end();
        shares(comparison, page);
        for (var model : comparison.models()) {
            model.ec57().ifPresent(report -> ec57(model.name(), report, page));
        }
    }

    private static void matrix(ModelResult model, Markup page) {
        var matrix = model.confusion();
        var classes = matrix.classes().size();
        var outside = IntStream.range(0, classes).anyMatch(c -> matrix.predictedOutside(c) > 0);
        page.start("figure").start("div", "class", "table").start("table").leaf("caption", model.name());
        page.start("thead").start("tr").leaf("th", "Label", "scope", "col");
        matrix.classes().forEach(name -> page.leaf("th", name, "scope", "col"));
        if (outside) {
            page.leaf("th", OUTSIDE, "scope", "col");
        }
        page.end().end().start("tbody");
        for (var actual = 0; actual < classes; actual++) {
            page.start("tr").leaf("th", matrix.classes().get(actual), "scope", "row");
            var total = matrix.actualTotal(actual);
            for (var predicted = 0; predicted < classes + (outside ? 1 : 0); predicted++) {
                var count = predicted < classes ? matrix.count(actual, predicted) : matrix.predictedOutside(actual);
                var share = total == 0 ? 0 : count / (double) total;
                page.start(
                        "td",
                        "style",
                        String.format(Locale.ROOT, "background: rgba(var(--heat), %.2f)", 0.5 * share),
                        "class",
                        "heat");
                page.text(Numbers.count(count))
                        .leaf("span", Numbers.percent(share), "class", "below")
                        .end();
            }
            page.end();
        }
        page.end().end().end().end();
    }

    private static void shares(Comparison comparison, Markup page) {
        var heads = new ArrayList<>(List.of("Model"));
        var shown = Arrays.stream(Metric.values())
                .filter(metric -> comparison.models().stream()
                        .anyMatch(model -> model.metric(metric).wilson().isPresent()))
                .toList();
        shown.forEach(metric -> heads.add(metric.title()));
        var table = new Table(
                "Shares over all rows with Wilson's "
                        + Numbers.level(comparison.options().level())
                        + " intervals, which assume that rows are independent.",
                heads);
        for (var model : comparison.models()) {
            var cells = new ArrayList<>(List.of(Cell.of(model.name())));
            for (var metric : shown) {
                var summary = model.metric(metric);
                cells.add(Cell.of(
                                Numbers.metric(summary.pooled()),
                                summary.wilson().map(Numbers::interval).orElse(""))
                        .withNote(summary.pooled().note()));
            }
            table.row(cells);
        }
        table.write(page);
    }

    private static void ec57(String model, Ec57Report report, Markup page) {
        var table = new Table(
                model
                        + ": sensitivity (Se), positive predictivity (+P) and false positive rate (FPR) in the form of ANSI/AAMI"
                        + " EC57; gross over all rows, average over subjects.",
                List.of(
                        "Class",
                        "Rows",
                        "Se gross",
                        "+P gross",
                        "FPR gross",
                        "Se average",
                        "+P average",
                        "FPR average"));
        for (var row : report.rows()) {
            table.row(
                    Cell.of(row.name()),
                    Cell.of(Numbers.count(row.gross().positives())),
                    Cell.of(row.gross().sensitivity()),
                    Cell.of(row.gross().precision()),
                    Cell.of(row.gross().falsePositiveRate()),
                    Cell.of(row.averageSensitivity()),
                    Cell.of(row.averagePositivePredictivity()),
                    Cell.of(row.averageFalsePositiveRate()));
        }
        table.write(page);
    }
}
