package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Teaching.Lesson;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Validation;

/** The student of one fold, trained with as many pairs as are to be tried. Pairs may be tried side by side. */
final class FoldStudent {

    private static final double START = 0.1;
    private static final double ALIGNED = 0.4;

    private final Distillation plan;
    private final Teachers teachers;
    private final Design design;
    private final int fold;
    private final Design.Split split;
    private final Examples rows;
    private final long seed;
    private Weights start;

    /**
     * @param design of the student
     * @param rows as this student may see them
     */
    FoldStudent(Distillation plan, Teachers teachers, Design design, Examples rows, int fold) {
        this.plan = plan;
        this.teachers = teachers;
        this.design = design;
        this.fold = fold;
        this.rows = rows;
        this.split = design.split(fold);
        // All pairs of a fold begin alike and see the rows in the same order, so that only the pair differs.
        this.seed = Schedule.seedOf(plan.schedule().seed(), fold);
    }

    boolean hasValidation() {
        return split.validation().length > 0;
    }

    /** A student that has learnt with a pair from the rows that are not kept back. */
    record Attempt(Trained trained, double seconds) {}

    Attempt attempt(Pair pair, Progress progress) {
        var began = System.nanoTime();
        var training = rows.select(split.training());
        var validation = hasValidation()
                ? new Validation(
                        rows.select(split.validation()), plan.score(), design.hasFewSubjects(split.validation()))
                : Validation.NONE;
        var trained = train(pair, training, validation, plan.schedule(), commonStart(training, progress), progress);
        return new Attempt(trained, (System.nanoTime() - began) / 1e9);
    }

    /** A student that learns from all rows of the fold's model, those that were kept back included. */
    Trained refit(Pair pair, int epochs, Progress progress) {
        var all = IntStream.concat(IntStream.of(split.training()), IntStream.of(split.validation()))
                .sorted()
                .toArray();
        var training = rows.select(all);
        return train(
                        pair,
                        training,
                        Validation.NONE,
                        plan.schedule().withEpochs(Math.max(1, epochs - plan.alignmentEpochs())),
                        plan.student().start().of(training, seed, progress.part(0, START)),
                        progress)
                .because(Reason.SWEPT);
    }

    /** What a student says of every row. */
    Inference.Result speak(Trained trained, Progress progress) {
        return Inference.run(
                plan.student().network(),
                trained.weights(),
                rows.leads(),
                rows.signals(),
                plan.processor(),
                1,
                progress);
    }

    /** What became of an attempt. */
    SweepLine line(Pair pair, Attempt attempt, Progress progress) {
        return new SweepLine(
                fold,
                pair,
                attempt.trained().best(),
                scores(attempt.trained(), split.validation(), progress.part(0, 0.5)),
                scores(attempt.trained(), outOfFold(), progress.part(0.5, 1)),
                attempt.seconds(),
                Optional.empty());
    }

    private int[] outOfFold() {
        return IntStream.range(0, rows.rows())
                .filter(row -> fold >= 0
                        && design.folds()[row] == fold
                        && design.labels().get(row) != null)
                .toArray();
    }

    private Map<Metric, MetricValue> scores(Trained trained, int[] some, Progress progress) {
        if (some.length == 0) {
            return Map.of();
        }
        var chosen = rows.select(some);
        var result = Inference.run(
                plan.student().network(),
                trained.weights(),
                chosen.leads(),
                chosen.signals(),
                plan.processor(),
                1,
                progress);
        return StudentScores.of(result.outputs(), chosen);
    }

    private synchronized Weights commonStart(Examples training, Progress progress) {
        if (start == null) {
            start = plan.student().start().of(training, seed, progress.part(0, START));
        }
        return start;
    }

    private Trained train(
            Pair pair, Examples training, Validation validation, Schedule schedule, Weights first, Progress progress) {
        var aligned = teachers.features()
                .map(features -> align(features, training, validation, first, progress.part(START, ALIGNED)));
        var lesson = new Lesson(
                plan.objective().loss(plan.hard().apply(training), pair),
                schedule.withSeed(seed),
                plan.student().trained(),
                plan.processor());
        var trained = plan.student()
                .teaching()
                .train(
                        lesson,
                        aligned.map(Trained::weights).orElse(first),
                        training,
                        validation,
                        progress.part(aligned.isPresent() ? ALIGNED : START, 1));
        return aligned.map(before -> after(before, trained)).orElse(trained);
    }

    /** Brings the features to the teacher's and puts the teacher's last layer behind them. */
    private Trained align(
            TeacherFeatures features, Examples training, Validation validation, Weights first, Progress progress) {
        var schedule = plan.schedule().withEpochs(plan.alignmentEpochs()).withSeed(seed);
        var lesson = new Lesson(
                new FeatureLoss(),
                schedule,
                plan.student().trained().and(name -> !name.startsWith("dense.")),
                plan.processor());
        var trained = plan.student()
                .teaching()
                .train(
                        lesson,
                        first,
                        training,
                        validation.exists() ? new Validation(validation.rows(), null) : validation,
                        progress);
        return trained.with(features.withFinalLayer(trained.weights(), Teachers.part(fold)));
    }

    /** Both logs, one after the other. */
    private static Trained after(Trained first, Trained second) {
        var log = new ArrayList<>(first.log());
        for (var epoch : second.log()) {
            log.add(new Epoch(first.log().size() + epoch.number(), epoch.loss(), epoch.verdict(), epoch.seconds()));
        }
        return new Trained(second.weights(), log, first.log().size() + second.best(), second.reason());
    }
}
