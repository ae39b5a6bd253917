package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.nn.Crew;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Loss;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;

/**
 * Trains a student under a cross-validation.
 *
 * <p>With one pair each fold's student learns from the rows that are not kept back, and those that are choose its epoch.
 * With several pairs every pair is tried so; the best by the inner measure then learns once more, from all of the fold's
 * rows, for as many epochs as were best. The student of all rows takes the pair that is best on average over the folds.
 * No row that a fold's student is tested on has a say in this.
 *
 * @param student who learns
 * @param objective what it is to be good at
 * @param pairs temperatures and weights to try
 * @param hard the loss of the labels, said of the rows that a model learns from
 * @param schedule how long and how fast
 * @param score by which an epoch is chosen on the inner validation rows, higher being better; null for the loss
 * @param choice the inner measure by which a pair is chosen
 * @param alignmentEpochs how long features are aligned first; 0 with other objectives
 * @param processor on what it is computed
 * @param threads how many models are trained at once; the result does not depend on it
 */
public record Distillation(
        Student student,
        Objective objective,
        List<Pair> pairs,
        Function<Examples, Loss> hard,
        Schedule schedule,
        ToDoubleBiFunction<float[][], Examples> score,
        Metric choice,
        int alignmentEpochs,
        Processor processor,
        int threads) {

    private static final double SWEEP = 0.8;

    public Distillation {
        pairs = List.copyOf(pairs);
        if (pairs.isEmpty()) {
            throw new DistillationException("At least one temperature and one weight are needed.");
        }
        pairs.forEach(objective::check);
        if (objective.needsFeatures() ? alignmentEpochs < 1 : alignmentEpochs != 0) {
            throw new DistillationException(
                    "Features are aligned for at least one epoch, but " + alignmentEpochs + " are asked for.");
        }
    }

    /**
     * Trains one student per fold and one of all rows.
     *
     * @param rows with their labels; the teachers add what they say
     * @throws org.ecgdistill.nn.NetworkException where training breaks down
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    public Distilled run(Teachers teachers, Examples rows, Progress progress) {
        var design = teachers.design();
        var examples = teachers.examples(rows);
        var students = new ArrayList<FoldStudent>();
        for (var fold = -1; fold < design.numberOfFolds(); fold++) {
            students.add(new FoldStudent(this, teachers, design, examples.apply(fold), fold));
        }
        return pairs.size() == 1
                ? single(students, design.folds(), progress)
                : sweep(students, design.folds(), progress);
    }

    /** A student that has stopped learning, and what it says of every row. */
    private record Finished(Trained trained, Inference.Result result, SweepLine line) {}

    private Distilled single(List<FoldStudent> students, int[] folds, Progress progress) {
        var pair = pairs.get(0);
        var jobs = new ArrayList<Crew.Job<Finished>>();
        for (var i = 0; i < students.size(); i++) {
            var own = students.get(i);
            jobs.add(new Crew.Job<>(name(i, students.size()), part -> {
                var attempt = own.attempt(pair, part.part(0, 0.9));
                return new Finished(
                        attempt.trained(),
                        own.speak(attempt.trained(), part.part(0.9, 0.95)),
                        own.line(pair, attempt, part.part(0.95, 1)).chosen(Reason.Rule.ONLY));
            }));
        }
        var done = Crew.run(jobs, threads, progress);
        // The folds come first in the table, the student of all rows last.
        var lines = new ArrayList<>(done.stream().skip(1).map(Finished::line).toList());
        lines.add(done.get(0).line());
        return new Distilled(models(done, folds), lines, pair);
    }

    private Distilled sweep(List<FoldStudent> students, int[] folds, Progress progress) {
        var hasFolds = students.size() > 1;
        var tried = hasFolds ? students.subList(1, students.size()) : students;
        if (!tried.stream().allMatch(FoldStudent::hasValidation)) {
            throw new DistillationException(
                    "Several temperatures or weights are given, but no rows are kept back to choose among them. Keep a"
                            + " part of the rows back (Inner validation), have at least two subjects of each class in"
                            + " the other folds, or give one temperature and one weight.");
        }
        var sweep = new Sweep(attempts(tried, progress.part(0, SWEEP)), pairs.size(), choice);
        var jobs = new ArrayList<Crew.Job<Finished>>();
        for (var i = 0; i < students.size(); i++) {
            var own = students.get(i);
            var line = i == 0 ? sweep.onAverage() : sweep.best(i - 1);
            jobs.add(new Crew.Job<>(name(i, students.size()), part -> {
                var trained = own.refit(line.pair(), line.epoch(), part.part(0, 0.95));
                return new Finished(trained, own.speak(trained, part.part(0.95, 1)), line);
            }));
        }
        var done = Crew.run(jobs, threads, progress.part(SWEEP, 1));
        return new Distilled(
                models(done, folds), sweep.lines(), sweep.onAverage().pair());
    }

    /** All pairs in all folds, fold by fold. */
    private List<SweepLine> attempts(List<FoldStudent> students, Progress progress) {
        var jobs = new ArrayList<Crew.Job<SweepLine>>();
        // One pair in all folds before the next: students of one fold wait for each other where their start takes long.
        for (var pair : pairs) {
            for (var i = 0; i < students.size(); i++) {
                var own = students.get(i);
                jobs.add(new Crew.Job<>(
                        "T = " + pair.temperature() + ", weight " + pair.weight() + ", fold " + (i + 1),
                        part -> own.line(pair, own.attempt(pair, part.part(0, 0.95)), part.part(0.95, 1))));
            }
        }
        var done = Crew.run(jobs, threads, progress);
        var lines = new ArrayList<SweepLine>();
        for (var i = 0; i < students.size(); i++) {
            for (var pair = 0; pair < pairs.size(); pair++) {
                lines.add(done.get(pair * students.size() + i));
            }
        }
        return lines;
    }

    private CrossValidated models(List<Finished> done, int[] folds) {
        var others = done.subList(1, done.size());
        return new CrossValidated(
                done.get(0).trained(),
                others.stream()
                        .map(one -> one.trained().keeping(student.kept()))
                        .toList(),
                done.get(0).result(),
                others.stream().map(Finished::result).toList(),
                folds);
    }

    private static String name(int student, int students) {
        return student == 0 ? "student of all rows" : "fold " + student + " of " + (students - 1);
    }
}
