package org.ecgdistill.hybrid;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Trained;

/** Predictions, on another device, of models that have learnt on one. */
public final class DeviceEvaluation {

    private DeviceEvaluation() {}

    /**
     * The predictions of cross-validated models with the circuit on another device. Since noise takes long, each model
     * predicts only the rows whose results are its own.
     *
     * @param models with all of their weights
     * @param network the same network on the other device
     * @param threads how many models run at once
     */
    public static CrossValidated of(
            CrossValidated models,
            Network network,
            Examples rows,
            Processor processor,
            int threads,
            Progress progress) {
        var jobs = new ArrayList<Crew.Job<Inference.Result>>();
        if (models.isOutOfFold()) {
            for (var fold = 0; fold < models.folds().size(); fold++) {
                var foldNumber = fold;
                var predicted = IntStream.range(0, rows.rows())
                        .filter(row -> models.foldOfRow()[row] == foldNumber || models.foldOfRow()[row] < 0)
                        .toArray();
                jobs.add(new Crew.Job<>(
                        "fold " + (fold + 1),
                        part -> predict(models.folds().get(foldNumber), network, rows, predicted, processor, part)));
            }
        } else {
            var all = IntStream.range(0, rows.rows()).toArray();
            jobs.add(new Crew.Job<>("", part -> predict(models.whole(), network, rows, all, processor, part)));
        }
        var results = Crew.run(jobs, threads, progress);
        var wholeResult = models.isOutOfFold() ? models.wholeResult() : results.get(0);
        return new CrossValidated(models.whole(), models.folds(), wholeResult, results, models.foldOfRow());
    }

    private static Inference.Result predict(
            Trained model, Network network, Examples rows, int[] predicted, Processor processor, Progress progress) {
        var result = new Inference.Result(new float[rows.rows()][], new float[rows.rows()][]);
        if (predicted.length > 0) {
            var chosen = rows.select(predicted);
            var predictions =
                    Inference.run(network, model.weights(), chosen.leads(), chosen.signals(), processor, 1, progress);
            for (var i = 0; i < predicted.length; i++) {
                result.features()[predicted[i]] = predictions.features()[i];
                result.outputs()[predicted[i]] = predictions.outputs()[i];
            }
        }
        return result;
    }
}
