package org.ecgdistill.distill;

import java.util.Map;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.Examples;

/**
 * What a model loses when its numbers are made coarser.
 *
 * @param before how good the model is on some rows
 * @param after how good the coarser one is on the same rows
 * @param samePredictions the share of rows for which both predict the same class
 * @param largestChange of any logit
 */
public record QuantisationCheck(
        Map<Metric, MetricValue> before, Map<Metric, MetricValue> after, double samePredictions, double largestChange) {

    public QuantisationCheck {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /**
     * @param rows as the model sees them, with their labels
     * @param threads how many batches are computed at once
     */
    public static QuantisationCheck of(
            TrainedModel model, TrainedModel coarser, Examples rows, int threads, Progress progress) {
        var own = model.run(rows.signals(), Processor.CPU, threads, progress.part(0, 0.5))
                .outputs();
        var other = coarser.run(rows.signals(), Processor.CPU, threads, progress.part(0.5, 1))
                .outputs();
        var same = 0;
        var largest = 0.0;
        for (var row = 0; row < own.length; row++) {
            same += TrainedModel.likeliest(own[row]) == TrainedModel.likeliest(other[row]) ? 1 : 0;
            for (var i = 0; i < own[row].length; i++) {
                largest = Math.max(largest, Math.abs(own[row][i] - other[row][i]));
            }
        }
        return new QuantisationCheck(
                StudentScores.of(own, rows), StudentScores.of(other, rows), (double) same / own.length, largest);
    }
}
