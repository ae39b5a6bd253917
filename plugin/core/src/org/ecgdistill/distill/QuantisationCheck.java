package org.ecgdistill.distill;

import java.util.Map;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.Examples;

/**
 * What a model loses when its weights are quantised.
 *
 * @param before how good the model is on some rows
 * @param after how good the quantised model is on the same rows
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
        var outputs = model.run(rows.signals(), Processor.CPU, threads, progress.part(0, 0.5))
                .outputs();
        var coarseOutputs = coarser.run(rows.signals(), Processor.CPU, threads, progress.part(0.5, 1))
                .outputs();
        var same = 0;
        var largest = 0.0;
        for (var row = 0; row < outputs.length; row++) {
            same += TrainedModel.likeliest(outputs[row]) == TrainedModel.likeliest(coarseOutputs[row]) ? 1 : 0;
            for (var i = 0; i < outputs[row].length; i++) {
                largest = Math.max(largest, Math.abs(outputs[row][i] - coarseOutputs[row][i]));
            }
        }
        return new QuantisationCheck(
                StudentScores.of(outputs, rows),
                StudentScores.of(coarseOutputs, rows),
                (double) same / outputs.length,
                largest);
    }
}
