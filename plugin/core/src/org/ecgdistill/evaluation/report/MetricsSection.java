package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.MetricSummary;
import org.ecgdistill.evaluation.study.ModelResult;

/** The table of a paper: models and their main metrics; then all metrics. */
final class MetricsSection implements Section {

    private static final List<Metric> MAIN = List.of(
            Metric.AUROC,
            Metric.AVERAGE_PRECISION,
            Metric.BALANCED_ACCURACY,
            Metric.MCC,
            Metric.F1,
            Metric.SENSITIVITY,
            Metric.SPECIFICITY);

    @Override
    public void write(Comparison comparison, Markup page) {
        page.leaf("h2", "Results");
        var heads = new ArrayList<>(List.of("Model"));
        MAIN.forEach(metric -> heads.add(Titles.of(metric, comparison)));
        var main = new Table("Main metrics. " + reading(comparison), heads);
        for (var model : comparison.models()) {
            var cells = new ArrayList<>(List.of(Cell.of(model.name())));
            MAIN.forEach(metric -> cells.add(cell(comparison, model, metric)));
            main.row(cells);
        }
        main.write(page);

        var names = new ArrayList<>(List.of("Metric"));
        comparison.models().forEach(model -> names.add(model.name()));
        var all = new Table("All metrics. Arrows show which direction is better.", names);
        for (var metric : Metric.values()) {
            var head = Titles.of(metric, comparison) + (metric.higherIsBetter() ? " ↑" : " ↓");
            var cells = new ArrayList<>(List.of(Cell.of(head).withNote(metric.meaning())));
            comparison.models().forEach(model -> cells.add(cell(comparison, model, metric)));
            all.row(cells);
        }
        all.write(page);
    }

    private static String reading(Comparison comparison) {
        var folds = !comparison.design().folds().isEmpty();
        var intervals = comparison.options().resamples() > 0;
        return (folds ? "Mean ± standard deviation over folds" : "Over all rows")
                + (folds ? "; below, over all rows" : "")
                + (intervals ? " with " + Numbers.level(comparison.options().level()) + " interval" : "")
                + ". Bold: the best value in a column.";
    }

    private static Cell cell(Comparison comparison, ModelResult model, Metric metric) {
        var summary = model.metric(metric);
        var interval = summary.interval().map(Numbers::interval).orElse("");
        var best = comparison.models().size() > 1
                && summary.headline().isPresent()
                && OverviewSection.best(comparison, metric)
                        .map(other -> other.metric(metric).headline().value()
                                == summary.headline().value())
                        .orElse(false);
        var note = summary.headline().note().isEmpty()
                ? summary.pooled().note()
                : summary.headline().note();
        return new Cell(head(summary), below(summary, interval), note, best ? "best" : "");
    }

    private static String head(MetricSummary summary) {
        if (!summary.mean().isPresent()) {
            return Numbers.metric(summary.pooled());
        }
        return Numbers.metric(summary.mean())
                + (summary.deviation().isPresent() ? " ± " + Numbers.metric(summary.deviation()) : "");
    }

    private static String below(MetricSummary summary, String interval) {
        if (!summary.mean().isPresent()) {
            return interval;
        }
        return (Numbers.metric(summary.pooled()) + "\n" + interval).trim();
    }
}
