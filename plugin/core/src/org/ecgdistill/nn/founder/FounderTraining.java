package org.ecgdistill.nn.founder;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Head;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.CrossValidation;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Loss;
import org.ecgdistill.nn.training.Recipe;
import org.ecgdistill.nn.training.Schedule;

/**
 * Fine-tunes ECGFounder's network under a cross-validation.
 *
 * @param form of the network
 * @param checkpoint the numbers that all but the head starts with; empty for a random start
 * @param headOnly whether all but the head stays as it starts. Its features are then computed once for all folds: they
 *     depend on no label
 * @param loss said of the rows that a model learns from
 * @param schedule how long and how fast
 * @param score by which an epoch is chosen; null for the loss
 * @param processor on what it is computed
 * @param threads how many models are trained at once
 * @param tellsAttention whether the models also tell of every row where in time they look
 */
public record FounderTraining(
        Net1d.Form form,
        Optional<Map<String, Tensor>> checkpoint,
        boolean headOnly,
        Function<Examples, Loss> loss,
        Schedule schedule,
        ToDoubleBiFunction<float[][], Examples> score,
        Processor processor,
        int threads,
        boolean tellsAttention) {

    /** The part of the time that the features take where the head alone learns. */
    private static final double FEATURES = 0.8;

    /**
     * Trains one model per fold and one on all rows.
     *
     * @throws org.ecgdistill.nn.NetworkException where the checkpoint does not fit or training breaks down
     * @throws java.util.concurrent.CancellationException within one batch after the progress has thrown it
     */
    public CrossValidated run(Design design, Examples examples, Progress progress) {
        return headOnly ? head(design, examples, progress) : whole(design, examples, progress);
    }

    private CrossValidated whole(Design design, Examples examples, Progress progress) {
        var network = new Net1d(form, tellsAttention);
        return new CrossValidation(design, recipe(network, seed -> start(network, seed), examples), threads)
                .run(progress);
    }

    private CrossValidated head(Design design, Examples examples, Progress progress) {
        var network = new Net1d(form, tellsAttention);
        var trunk = network.trunk();
        var body = start(network, schedule.seed());
        var seen = Inference.run(
                trunk,
                body.of(trunk),
                examples.leads(),
                examples.signals(),
                processor,
                threads,
                (fraction, message) -> progress.report(FEATURES * fraction, "Features: " + message));
        var head = new Head(form.head());
        var kept = new Examples(1, seen.features(), examples.targets());
        var heads = new CrossValidation(design, recipe(head, seed -> Weights.random(head, seed), kept), threads)
                .run(progress.part(FEATURES, 1));
        return heads.withWhole(body.with(heads.whole().weights())).withAttention(seen.attention());
    }

    private Recipe recipe(Network network, java.util.function.LongFunction<Weights> start, Examples examples) {
        // Of a fold's model only the head is of use once it has spoken: five whole ones would fill memory.
        return new Recipe(network, start, name -> true, loss, schedule, score, fold -> examples, processor, Head::owns);
    }

    private Weights start(Network network, long seed) {
        return checkpoint
                .map(tensors -> Weights.fit(network, tensors, Head::owns, seed).weights())
                .orElseGet(() -> Weights.random(network, seed));
    }
}
