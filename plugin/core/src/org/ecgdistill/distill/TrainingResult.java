package org.ecgdistill.distill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Trained;

/**
 * The result of a {@link TrainingTask}.
 *
 * @param trained the model, or what is kept of it
 * @param predictions for every row, or for those of the fold alone
 * @param inner how good it is on the inner validation rows; empty without any
 * @param outOfFold how good it is on the fold's rows; empty for the model of all rows
 * @param seconds of training
 */
record TrainingResult(
        Trained trained,
        Optional<Inference.Result> predictions,
        Map<Metric, MetricValue> inner,
        Map<Metric, MetricValue> outOfFold,
        double seconds) {

    static TrainingResult read(Path file) throws IOException {
        return TaskFile.read(file, TrainingResult.class);
    }

    void write(Path file) throws IOException {
        TaskFile.write(file, this);
    }

    /** The same with another reason for its last epoch. */
    TrainingResult because(Reason reason) {
        return new TrainingResult(trained.because(reason), predictions, inner, outOfFold, seconds);
    }

    /** A line of the sweep, in which it was not chosen. */
    SweepLine line(TrainingTask task) {
        return new SweepLine(
                task.data().fold(), task.pair(), trained.best(), inner, outOfFold, seconds, Optional.empty());
    }
}
