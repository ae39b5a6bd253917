package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.TrainingTask.Output;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Schedule;

/**
 * Trains a student under a cross-validation: one {@link TrainingTask} for each fold and one for all rows, in parallel.
 *
 * <p>With one pair each fold's student learns from the rows that are not kept back, and those that are choose its
 * epoch. With several pairs, each is tried in this way; a student then learns once more with the pair that is best by
 * the inner measure, from all of the fold's rows, for the best number of epochs. The student of all rows takes the pair
 * that is best on average over the folds. No row that a fold's student is tested on influences this.
 *
 * @param student that learns
 * @param goal what it is to learn
 * @param pairs temperatures and weights to try
 * @param choice the inner measure by which a pair is chosen; without it a student of a single pair is not scored
 * @param schedule how long and how fast
 * @param processor what it is computed on
 * @param threads how many models are trained at once; the result does not depend on it
 */
public record Distillation(
        Student student,
        Goal goal,
        List<Pair> pairs,
        Optional<Metric> choice,
        Schedule schedule,
        Processor processor,
        int threads) {

    private static final double SWEEP = 0.8;

    public Distillation {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new DistillationException("At least one temperature and one weight are needed.");
        }
        pairs.forEach(goal.objective()::check);
        if (pairs.size() > 1 && choice.isEmpty()) {
            throw new DistillationException("Several temperatures or weights need a measure to choose among them.");
        }
    }

    /** The labels alone, without scores: the training of a model without a teacher. */
    public Distillation(Student student, Goal goal, Schedule schedule, Processor processor, int threads) {
        this(student, goal, List.of(Pair.NONE), Optional.empty(), schedule, processor, threads);
    }

    /**
     * Trains one student per fold and one of all rows.
     *
     * @param rows with their labels; the teachers add their predictions
     * @throws org.ecgdistill.nn.NetworkException where training breaks down
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    public Distilled run(Teachers teachers, Examples rows, Progress progress) {
        var design = teachers.design();
        var examples = teachers.examples(rows);
        var models = IntStream.range(-1, design.numberOfFolds())
                .mapToObj(fold -> {
                    progress.report(0, "Dividing the rows");
                    return FoldData.of(teachers, design, examples.apply(fold), fold);
                })
                .toList();
        return pairs.size() == 1 ? single(models, design.folds(), progress) : sweep(models, design.folds(), progress);
    }

    private Distilled single(List<FoldData> models, int[] folds, Progress progress) {
        var pair = pairs.get(0);
        var outputs = choice.isPresent() ? EnumSet.allOf(Output.class) : Set.of(Output.PREDICTIONS);
        var tasks = models.stream()
                .map(model -> TrainingTask.of(this, model, pair, outputs, models.size() == 1))
                .toList();
        var done = run(tasks, (task, result) -> result, progress);
        var lines = new ArrayList<SweepLine>();
        if (choice.isPresent()) {
            // The folds come first in the table, the student of all rows last.
            for (var i = 1; i <= done.size(); i++) {
                var model = i % done.size();
                lines.add(done.get(model).line(tasks.get(model)).chosen(Reason.Rule.ONLY));
            }
        }
        return new Distilled(models(done, folds), lines, pair, unlabelled(tasks));
    }

    private Distilled sweep(List<FoldData> models, int[] folds, Progress progress) {
        var hasFolds = models.size() > 1;
        var tried = hasFolds ? models.subList(1, models.size()) : models;
        if (!tried.stream().allMatch(FoldData::hasValidation)) {
            throw new DistillationException(
                    "Several temperatures or weights are given, but no rows are kept back to choose among them. Keep a"
                            + " part of the rows back (Inner validation), have at least two subjects of each class in"
                            + " the other folds, or give one temperature and one weight.");
        }
        var sweep = new Sweep(attempts(tried, progress.part(0, SWEEP)), pairs.size(), choice.orElseThrow());
        var tasks = new ArrayList<TrainingTask>();
        for (var i = 0; i < models.size(); i++) {
            var line = i == 0 ? sweep.onAverage() : sweep.best(i - 1);
            tasks.add(TrainingTask.of(this, models.get(i), line.pair(), Set.of(), !hasFolds)
                    .refit(line.epoch()));
        }
        var done = run(tasks, (task, result) -> result.because(Reason.SWEPT), progress.part(SWEEP, 1));
        return new Distilled(
                models(done, folds), sweep.lines(), sweep.onAverage().pair(), unlabelled(tasks));
    }

    /** All pairs in all folds, fold by fold. */
    private List<SweepLine> attempts(List<FoldData> models, Progress progress) {
        var tasks = new ArrayList<TrainingTask>();
        // One pair in all folds before the next: students of one fold wait for each other where their start takes long.
        for (var pair : pairs) {
            for (var model : models) {
                tasks.add(TrainingTask.of(this, model, pair, Set.of(Output.SCORES), false));
            }
        }
        var done = run(tasks, (task, result) -> result.line(task), progress);
        var lines = new ArrayList<SweepLine>();
        for (var i = 0; i < models.size(); i++) {
            for (var pair = 0; pair < pairs.size(); pair++) {
                lines.add(done.get(pair * models.size() + i));
            }
        }
        return lines;
    }

    /**
     * Runs tasks in parallel.
     *
     * @param kept what is kept of each result
     */
    private <T> List<T> run(
            List<TrainingTask> tasks, BiFunction<TrainingTask, TrainingResult, T> kept, Progress progress) {
        var folds =
                1 + tasks.stream().mapToInt(task -> task.data().fold()).max().orElse(-1);
        var jobs = new ArrayList<Crew.Job<T>>();
        for (var task : tasks) {
            jobs.add(new Crew.Job<>(name(task, folds), part -> kept.apply(task, task.run(threads, part))));
        }
        return Crew.run(jobs, threads, progress);
    }

    private static List<Integer> unlabelled(List<TrainingTask> tasks) {
        return tasks.stream()
                .map(task -> task.data().split().unlabelled().length)
                .toList();
    }

    private static CrossValidated models(List<TrainingResult> done, int[] folds) {
        var others = done.subList(1, done.size());
        var whole = done.get(0);
        return new CrossValidated(
                whole.trained(),
                others.stream().map(TrainingResult::trained).toList(),
                whole.predictions().orElseThrow(),
                others.stream()
                        .map(result -> result.predictions().orElseThrow())
                        .toList(),
                folds);
    }

    private String name(TrainingTask task, int folds) {
        var fold = task.data().fold();
        var name = fold < 0 ? "model of all rows" : "fold " + (fold + 1) + " of " + folds;
        var pair = task.pair();
        return pairs.size() == 1 ? name : name + ", T = " + pair.temperature() + ", weight " + pair.weight();
    }
}
