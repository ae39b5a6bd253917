package org.ecgdistill.nn.training;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.signal.Progress;

/**
 * Trains one model per fold on the other folds, and one on all rows, side by side with one thread each. What comes out is
 * the same however many run at once.
 */
public final class CrossValidation {

    private final Design design;

    private final Recipe recipe;

    private final int threads;

    /**
     * @param threads how many models are trained at once
     */
    public CrossValidation(final Design design, final Recipe recipe, final int threads) {
        this.design = design;
        this.recipe = recipe;
        this.threads = threads;
    }

    /**
     * Trains all models and lets each fold's model speak on every row.
     *
     * @throws CancellationException soon after the progress has thrown it
     */
    public CrossValidated run(final Progress progress) {
        var models = design.numberOfFolds() + 1;
        var shared = new SharedProgress(progress, models);
        var pool = Executors.newFixedThreadPool(Math.min(threads, models), work -> {
            var thread = new Thread(work, "ECG Distill training");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var jobs = new ArrayList<Future<FoldModel>>();
            for (var fold = -1; fold < models - 1; fold++) {
                var left = fold;
                jobs.add(pool.submit(() -> train(left, shared.of(left + 1, name(left)))));
            }
            var done = new ArrayList<FoldModel>();
            for (var job : jobs) {
                done.add(job.get());
            }
            return CrossValidated.of(design, done.get(0), done.subList(1, models));
        } catch (ExecutionException ex) {
            shared.cancel();
            if (ex.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new NetworkException("Training failed: " + ex.getCause().getMessage() + ".", ex.getCause());
        } catch (InterruptedException ex) {
            shared.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            finish(pool);
        }
    }

    /** A model that has stopped learning, and what it says of every row. */
    record FoldModel(Trained trained, Inference.Result result) {}

    private FoldModel train(final int fold, final Progress progress) {
        var split = design.split(fold);
        var examples = recipe.examples().apply(fold);
        // A fold's seed does not depend on when or where it runs.
        var seed = recipe.schedule().seed() * 31 + fold + 1;
        var validation = split.validation().length == 0
                ? Validation.NONE
                : new Validation(examples.select(split.validation()), recipe.score());
        var trained = new Trainer(recipe.network(), recipe.loss(), recipe.schedule().withSeed(seed), recipe.trained())
                .train(
                        recipe.start().apply(seed),
                        examples.select(split.training()),
                        validation,
                        progress.part(0, 0.95));
        var result = Inference.run(
                recipe.network(),
                trained.weights(),
                examples.leads(),
                examples.signals(),
                Inference.BATCH,
                progress.part(0.95, 1));
        return new FoldModel(trained, result);
    }

    private String name(final int fold) {
        return fold < 0 ? "model of all rows" : "fold " + (fold + 1) + " of " + design.numberOfFolds();
    }

    /** Nothing of a training that is no longer wanted is left running. */
    private static void finish(final ExecutorService pool) {
        pool.shutdownNow();
        var interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException ex) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
