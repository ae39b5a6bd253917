package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelResult;

/** What each fold holds and how each model does on it. */
final class FoldsSection implements Section {

    private static final List<Metric> SHOWN =
            List.of(Metric.AUROC, Metric.AVERAGE_PRECISION, Metric.BALANCED_ACCURACY, Metric.MCC, Metric.F1);

    @Override
    public void write(Comparison comparison, Markup page) {
        if (comparison.design().folds().isEmpty()) {
            return;
        }
        page.leaf("h2", "Folds");
        contents(comparison).write(page);
        CurvesSection.legend(comparison, page);
        page.start("div", "class", "figures");
        picture(comparison, Metric.AUROC, page);
        picture(comparison, Metric.MCC, page);
        page.end();
        scores(comparison).write(page);
    }

    private static Table contents(Comparison comparison) {
        var design = comparison.design();
        var heads = new ArrayList<>(List.of("Fold", "Rows", "Subjects"));
        heads.addAll(design.classes());
        var table = new Table("Contents of each fold.", heads);
        for (var fold : design.folds()) {
            var cells = new ArrayList<>(List.of(
                    Cell.of(Integer.toString(fold.number())),
                    Cell.of(Numbers.count(fold.rows())),
                    Cell.of(fold.subjects().map(Numbers::count).orElse(Numbers.MISSING))));
            fold.rowsOfClasses()
                    .forEach(rows -> cells.add(Cell.of(
                            Numbers.count(rows), Numbers.percent(fold.rows() == 0 ? 0 : rows / (double) fold.rows()))));
            table.row(cells);
        }
        return table;
    }

    private static Table scores(Comparison comparison) {
        var heads = new ArrayList<>(List.of("Model", "Fold", "Threshold"));
        SHOWN.forEach(metric -> heads.add(metric.title()));
        var table = new Table("Each model on each fold.", heads);
        for (var model : comparison.models()) {
            for (var fold : model.folds()) {
                var cells = new ArrayList<>(List.of(
                        Cell.of(model.name()),
                        Cell.of(Integer.toString(fold.fold())),
                        Cell.of(fold.threshold().map(Numbers::metric).orElse(Numbers.MISSING))));
                SHOWN.forEach(metric -> cells.add(Cell.of(fold.scores().get(metric))));
                table.row(cells);
            }
        }
        return table;
    }

    private static void picture(Comparison comparison, Metric metric, Markup page) {
        var range = comparison.models().stream()
                .flatMap(model -> model.folds().stream())
                .map(fold -> fold.scores().get(metric))
                .filter(MetricValue::isPresent)
                .mapToDouble(MetricValue::value)
                .summaryStatistics();
        if (range.getCount() == 0) {
            return;
        }
        var models = comparison.models().size();
        var picture = new Picture(
                page,
                "folds-" + metric.name(),
                metric.title() + " of each fold",
                metric.title() + " of each model on each fold; lines join the models of one fold.",
                Axis.ofNames(
                        "Model",
                        comparison.models().stream().map(ModelResult::name).toList()),
                Axis.around(metric.title(), range.getMin(), range.getMax()));
        for (var fold = 0; fold < comparison.design().folds().size(); fold++) {
            var number = fold;
            picture.guide(IntStream.range(0, models)
                    .filter(m -> value(comparison, m, number, metric).isPresent())
                    .mapToObj(m -> new double[] {
                        m + 1.0, value(comparison, m, number, metric).value()
                    })
                    .toList());
        }
        for (var m = 0; m < models; m++) {
            for (var fold : comparison.models().get(m).folds()) {
                var value = fold.scores().get(metric);
                if (value.isPresent()) {
                    picture.marker(
                            m, comparison.models().get(m).name() + ", fold " + fold.fold(), m + 1.0, value.value());
                }
            }
        }
        picture.end(
                "One marker for each model and fold. Lines join the models of one fold: where they run in parallel, the"
                        + " models differ consistently across folds.");
    }

    private static MetricValue value(Comparison comparison, int model, int fold, Metric metric) {
        return comparison.models().get(model).folds().get(fold).scores().get(metric);
    }
}
