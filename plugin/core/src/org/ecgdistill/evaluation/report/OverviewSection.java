package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelResult;

/** What was compared, on what, and the short answer. */
final class OverviewSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        var design = comparison.design();
        page.start("ul", "class", "facts");
        fact(
                page,
                Numbers.count(comparison.models().size()),
                comparison.models().size() == 1 ? "model" : "models");
        fact(page, Numbers.count(design.commonRows()), "rows scored");
        design.subjects().ifPresent(subjects -> fact(page, Numbers.count(subjects), "subjects"));
        if (!design.folds().isEmpty()) {
            fact(page, Numbers.count(design.folds().size()), "folds");
        }
        for (var c = 0; c < design.classes().size(); c++) {
            long rows = design.rowsOfClasses().get(c);
            fact(
                    page,
                    Numbers.percent(rows / (double) design.commonRows()),
                    design.classes().get(c));
        }
        page.end();
        lead(comparison).ifPresent(sentence -> page.leaf("p", sentence));
    }

    private static void fact(Markup page, String figure, String what) {
        page.start("li").leaf("b", figure).text(what).end();
    }

    private static Optional<String> lead(Comparison comparison) {
        return best(comparison, Metric.AUROC)
                .or(() -> best(comparison, Metric.MCC))
                .map(model -> sentence(comparison, model, Metric.AUROC));
    }

    static Optional<ModelResult> best(Comparison comparison, Metric metric) {
        Comparator<ModelResult> byFigure = Comparator.comparingDouble(
                model -> model.metric(metric).headline().value());
        return comparison.models().stream()
                .filter(model -> model.metric(metric).headline().isPresent())
                .max(metric.higherIsBetter() ? byFigure : byFigure.reversed());
    }

    private static String sentence(Comparison comparison, ModelResult model, Metric wanted) {
        var metric = model.metric(wanted).headline().isPresent() ? wanted : Metric.MCC;
        var summary = model.metric(metric);
        var parts = new ArrayList<String>();
        if (summary.mean().isPresent()) {
            parts.add("mean over " + summary.folds() + " folds " + Numbers.metric(summary.mean())
                    + (summary.deviation().isPresent() ? " ± " + Numbers.metric(summary.deviation()) : ""));
        }
        parts.add("over all rows " + Numbers.metric(summary.pooled())
                + summary.interval()
                        .map(interval ->
                                ", " + Numbers.level(interval.level()) + " interval " + Numbers.interval(interval))
                        .orElse(""));
        var start = comparison.models().size() == 1 ? "" : "The highest " + metric.title() + " is from ";
        return start + model.name() + (start.isEmpty() ? ": " + metric.title() + " " : ": ") + String.join("; ", parts)
                + "." + different(comparison, model, metric);
    }

    /** Whether the test that fits the data distinguishes the best model from the second best. */
    private static String different(Comparison comparison, ModelResult best, Metric metric) {
        var others = comparison.models().stream()
                .filter(model ->
                        model != best && model.metric(metric).headline().isPresent())
                .sorted(Comparator.comparingDouble(
                        model -> -model.metric(metric).headline().value()))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        var second = others.get(0).name();
        return comparison.pairs().stream()
                .filter(pair -> List.of(pair.first(), pair.second()).containsAll(List.of(best.name(), second)))
                .map(pair -> pair.differences().get(metric).interval())
                .flatMap(Optional::stream)
                .findFirst()
                .map(interval ->
                        (interval.contains(0) ? " These data do not show that it differs from " : " It differs from ")
                                + second + ": the " + Numbers.level(interval.level()) + " interval of the difference "
                                + (interval.contains(0) ? "includes 0." : "does not include 0."))
                .orElse("");
    }
}
