package org.ecgdistill.nn.training;

import java.util.ArrayList;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Inference;

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
    public CrossValidation(Design design, Recipe recipe, int threads) {
        this.design = design;
        this.recipe = recipe;
        this.threads = threads;
    }

    /**
     * Trains all models and lets each fold's model speak on every row.
     *
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    public CrossValidated run(Progress progress) {
        var jobs = new ArrayList<Crew.Job<FoldModel>>();
        for (var fold = -1; fold < design.numberOfFolds(); fold++) {
            var left = fold;
            jobs.add(new Crew.Job<>(name(left), own -> train(left, own)));
        }
        var done = Crew.run(jobs, threads, progress);
        return CrossValidated.of(design, done.get(0), done.subList(1, done.size()));
    }

    /** A model that has stopped learning, and what it says of every row. */
    record FoldModel(Trained trained, Inference.Result result) {}

    private FoldModel train(int fold, Progress progress) {
        var split = design.split(fold);
        var examples = recipe.examples().apply(fold);
        var seed = Schedule.seedOf(recipe.schedule().seed(), fold);
        var validation = split.validation().length == 0
                ? Validation.NONE
                : new Validation(
                        examples.select(split.validation()), recipe.score(), design.hasFewSubjects(split.validation()));
        var training = examples.select(split.training());
        var trained = new Trainer(
                        recipe.network(),
                        recipe.loss().apply(training),
                        recipe.schedule().withSeed(seed),
                        recipe.trained(),
                        recipe.processor(),
                        isAlone() ? Trainer.Labour.shared(threads) : Trainer.Labour.ONE_THREAD)
                .train(recipe.start().apply(seed), training, validation, progress.part(0, 0.95));
        var result = Inference.run(
                recipe.network(),
                trained.weights(),
                examples.leads(),
                examples.signals(),
                recipe.processor(),
                isAlone() ? threads : 1,
                progress.part(0.95, 1));
        return new FoldModel(fold < 0 ? trained : trained.keeping(recipe.kept()), result);
    }

    /** Folds have a thread each; a model that is alone has all of them. */
    private boolean isAlone() {
        return design.numberOfFolds() == 0;
    }

    private String name(int fold) {
        return fold < 0 ? "model of all rows" : "fold " + (fold + 1) + " of " + design.numberOfFolds();
    }
}
