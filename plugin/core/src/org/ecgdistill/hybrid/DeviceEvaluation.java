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

/** Lets models that have learnt on one device speak on another. */
public final class DeviceEvaluation {

    private DeviceEvaluation() {}

    /**
     * What cross-validated models say with the circuit on another device: each of the rows that it has to answer for, since
     * noise takes long.
     *
     * @param models with all of their numbers
     * @param network the same network on the other device
     * @param threads how many models speak at once
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
                var own = fold;
                var asked = IntStream.range(0, rows.rows())
                        .filter(row -> models.foldOfRow()[row] == own || models.foldOfRow()[row] < 0)
                        .toArray();
                jobs.add(new Crew.Job<>(
                        "fold " + (fold + 1),
                        part -> ask(models.folds().get(own), network, rows, asked, processor, part)));
            }
        } else {
            var all = IntStream.range(0, rows.rows()).toArray();
            jobs.add(new Crew.Job<>("", part -> ask(models.whole(), network, rows, all, processor, part)));
        }
        var answers = Crew.run(jobs, threads, progress);
        return models.isOutOfFold()
                ? new CrossValidated(models.whole(), models.folds(), models.wholeResult(), answers, models.foldOfRow())
                : new CrossValidated(models.whole(), models.folds(), answers.get(0), answers, models.foldOfRow());
    }

    private static Inference.Result ask(
            Trained model, Network network, Examples rows, int[] asked, Processor processor, Progress progress) {
        var result = new Inference.Result(new float[rows.rows()][], new float[rows.rows()][]);
        if (asked.length > 0) {
            var chosen = rows.select(asked);
            var own = Inference.run(network, model.weights(), chosen.leads(), chosen.signals(), processor, 1, progress);
            for (var i = 0; i < asked.length; i++) {
                result.features()[asked[i]] = own.features()[i];
                result.outputs()[asked[i]] = own.outputs()[i];
            }
        }
        return result;
    }
}
