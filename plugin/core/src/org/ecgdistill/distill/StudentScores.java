package org.ecgdistill.distill;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.ScoredRows;
import org.ecgdistill.evaluation.metrics.Scores;
import org.ecgdistill.evaluation.metrics.ScoringRules;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.training.Examples;

/** How good a student's predictions for some rows are. */
final class StudentScores {

    private StudentScores() {}

    /**
     * @param outputs the student's logits for the rows
     * @param rows with their labels
     */
    static Map<Metric, MetricValue> of(float[][] outputs, Examples rows) {
        return Scores.of(rows(outputs, rows), ScoringRules.DEFAULT);
    }

    /** The rows with their classes and the student's probabilities. */
    static ScoredRows rows(float[][] outputs, Examples rows) {
        var labels = rows.targets().get(Examples.LABEL);
        var isSingle = labels[0].length == 1;
        var classes = Math.max(2, labels[0].length);
        var actual = new int[outputs.length];
        var predicted = new int[outputs.length];
        var probability = new double[classes][outputs.length];
        for (var row = 0; row < outputs.length; row++) {
            actual[row] = TrainedModel.likeliest(isSingle ? new float[] {labels[row][0] - 0.5f} : labels[row]);
            predicted[row] = TrainedModel.likeliest(outputs[row]);
            var probabilities = TrainedModel.probabilities(outputs[row]);
            for (var type = 0; type < classes; type++) {
                probability[type][row] = probabilities[type];
            }
        }
        return new ScoredRows(
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                isSingle ? Optional.of(1) : Optional.empty(),
                actual,
                predicted,
                Optional.of(probability));
    }
}
