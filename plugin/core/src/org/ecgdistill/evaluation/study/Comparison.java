package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.evaluation.intervals.Bootstrap;
import org.ecgdistill.evaluation.metrics.ScoredRows;

/**
 * Models compared on their common rows. Models keep the order in which they were given.
 *
 * @param errors rows that all models or one alone got wrong, in the order of the cases
 * @param findings doubts and notes, the worst first
 */
public record Comparison(
        StudyDesign design,
        ComparisonOptions options,
        List<ModelResult> models,
        List<PairResult> pairs,
        List<ErrorRow> errors,
        List<Finding> findings) {

    /**
     * @throws org.ecgdistill.evaluation.EvaluationException if there is nothing to compare, or a number is not a
     *     probability
     * @throws java.util.concurrent.CancellationException if the work is cancelled
     */
    public static Comparison of(
            Cases cases, List<ModelPredictions> predictions, ComparisonOptions options, Progress progress) {
        progress.report(0, "Aligning the models");
        var findings = new LinkedHashSet<Finding>();
        var common = CommonRows.of(cases, predictions, options, findings);
        var design = StudyDesign.of(common);
        Doubts.ofRows(common, design, findings);
        var alignments = new ArrayList<Alignment>();
        for (var m = 0; m < predictions.size(); m++) {
            progress.report(
                    0.1 * m / predictions.size(),
                    "Aligning " + predictions.get(m).name());
            alignments.add(Alignment.of(predictions.get(m), common.columns().get(m), common, options, findings));
        }
        var rows = alignments.stream().map(Alignment::rows).toList();
        var replicates = replicates(common, rows, options, progress.part(0.1, 0.6));

        var steps = new Steps(progress.part(0.6, 0.9), predictions.size() * ModelScoring.STEPS);
        var models = IntStream.range(0, predictions.size())
                .parallel()
                .mapToObj(m -> new ModelScoring(predictions.get(m), alignments.get(m), common, options)
                        .result(replicates.length == 0 ? new double[0][] : replicates[m], steps))
                .toList();
        Doubts.ofModels(common, models, findings);
        var pairs = new PairScoring(common, options, models, rows, replicates, progress.part(0.9, 1)).pairs();
        var names = predictions.stream().map(ModelPredictions::name).toList();
        var errors = ErrorRow.of(common, names, rows);
        progress.report(1, "Compared " + Words.count(models.size(), "model", "models"));
        return new Comparison(design, options, models, pairs, errors, sorted(findings));
    }

    private static double[][][] replicates(
            CommonRows common, List<ScoredRows> rows, ComparisonOptions options, Progress progress) {
        if (options.resamples() == 0) {
            return new double[0][][];
        }
        var statistics = rows.stream()
                .map(ofModel -> {
                    progress.report(0, "Sorting the rows");
                    return new WeightedMetrics(ofModel, common.subject(), common.subjects(), options.rules());
                })
                .toList();
        return new Bootstrap(common.subjects(), options.resamples(), options.seed()).run(statistics, progress);
    }

    private static List<Finding> sorted(LinkedHashSet<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
