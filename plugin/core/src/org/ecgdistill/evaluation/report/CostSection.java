package org.ecgdistill.evaluation.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.evaluation.study.ModelResult;

/** What each model costs, and accuracy against size. */
final class CostSection implements Section {

    @Override
    public void write(Comparison comparison, Markup page) {
        var sized = comparison.models().stream()
                .filter(model -> model.facts().parameters().orElse(0) > 0)
                .toList();
        if (sized.isEmpty()) {
            return;
        }
        page.leaf("h2", "Size and cost");
        var largest = sized.stream()
                .max(Comparator.comparingLong(
                        model -> model.facts().parameters().orElseThrow()))
                .orElseThrow();
        table(comparison, largest).write(page);
        page.start("div", "class", "figures");
        picture(comparison, sized, Metric.AUROC, page);
        picture(comparison, sized, Metric.MCC, page);
        page.end();
    }

    private static Table table(Comparison comparison, ModelResult largest) {
        var table = new Table(
                "Size and cost of each model. Compression: how many times fewer parameters than " + largest.name()
                        + ".",
                List.of(
                        "Model",
                        "Trainable parameters",
                        "Compression",
                        "Stored size",
                        "Multiply-accumulates",
                        "Training, s",
                        "Latency, ms",
                        "Qubits",
                        "Depth"));
        for (var model : comparison.models()) {
            var facts = model.facts();
            table.row(
                    Cell.of(model.name()),
                    Cell.of(Numbers.count(facts.parameters())),
                    Cell.of(Numbers.compression(facts.compressionAgainst(largest.facts()))),
                    Cell.of(Numbers.bytes(facts.bytes())),
                    Cell.of(Numbers.count(facts.multiplyAccumulates())),
                    Cell.of(Numbers.threeDigits(facts.trainingSeconds())),
                    Cell.of(Numbers.threeDigits(facts.latencyMillis())),
                    Cell.of(Numbers.count(facts.qubits())),
                    Cell.of(Numbers.count(facts.depth())));
        }
        return table;
    }

    private static void picture(Comparison comparison, List<ModelResult> sized, Metric metric, Markup page) {
        var shown = sized.stream()
                .filter(model -> model.metric(metric).pooled().isPresent())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        var sizes = shown.stream()
                .map(ModelResult::facts)
                .mapToLong(CostSection::size)
                .summaryStatistics();
        var figures = shown.stream()
                .map(model -> model.metric(metric))
                .flatMapToDouble(summary -> DoubleStream.concat(
                        DoubleStream.of(summary.pooled().value()),
                        summary.interval().stream().flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()))))
                .summaryStatistics();
        var picture = new Picture(
                page,
                "size-" + metric.name(),
                metric.title() + " against size",
                metric.title()
                        + " over all rows against the number of trainable parameters, one marker for each model.",
                Axis.logarithmic("Trainable parameters", sizes.getMin(), sizes.getMax()),
                Axis.around(metric.title(), figures.getMin(), figures.getMax()));
        for (var m = 0; m < comparison.models().size(); m++) {
            var model = comparison.models().get(m);
            if (shown.contains(model)) {
                var number = m;
                double size = size(model.facts());
                var summary = model.metric(metric);
                summary.interval().ifPresent(i -> picture.bar(number, size, i.low(), i.high()));
                picture.marker(m, model.name(), size, summary.pooled().value());
                picture.label(model.name(), size, summary.pooled().value());
            }
        }
        picture.end(
                "Over all rows; bars are intervals. Small, accurate models are top left; the size axis is logarithmic.");
    }

    private static long size(ModelFacts facts) {
        return facts.parameters().orElseThrow();
    }
}
