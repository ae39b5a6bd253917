package org.ecgdistill.distill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Epoch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelScore;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Schedule;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Trainer.Labour;
import org.ecgdistill.nn.training.Validation;

/**
 * One training of one model with everything that its result depends on, all of it data: written to a file and run
 * elsewhere, it gives the same bits.
 *
 * @param student that learns
 * @param goal what it learns
 * @param pair temperature and weight
 * @param schedule how long and how fast, with the seed of this model
 * @param data its rows
 * @param outputs what is computed besides the training itself
 * @param processor what it is computed on
 * @param isAlone whether there is no other fold to train: the steps of a large network are then divided among threads
 */
record TrainingTask(
        Student student,
        Goal goal,
        Pair pair,
        Schedule schedule,
        FoldData data,
        Set<Output> outputs,
        Processor processor,
        boolean isAlone) {

    /** What a task gives besides a trained model. */
    enum Output {
        /** The model's predictions for every row. */
        PREDICTIONS,
        /** The model's predictions for the rows of the fold that it is tested on. */
        FOLD_PREDICTIONS,
        /** How good they are on the rows that are kept back and on those of the fold. */
        SCORES
    }

    private static final double START = 0.1;
    private static final double ALIGNED = 0.4;
    private static final double TRAINED = 0.9;

    /** The plan's training of a fold with a pair. */
    static TrainingTask of(Distillation plan, FoldData data, Pair pair, Set<Output> outputs, boolean isAlone) {
        // All pairs of a fold begin alike and see the rows in the same order, so that only the pair differs.
        var seed = Schedule.seedOf(plan.schedule().seed(), data.fold());
        return new TrainingTask(
                plan.student(),
                plan.goal(),
                pair,
                plan.schedule().withSeed(seed),
                data,
                outputs,
                plan.processor(),
                isAlone);
    }

    /** The same training with all rows for a number of epochs, those of an alignment included. */
    TrainingTask refit(int epochs) {
        return new TrainingTask(
                student,
                goal,
                pair,
                schedule.withEpochs(Math.max(1, epochs - goal.alignmentEpochs())),
                data.whole(),
                Set.of(Output.PREDICTIONS),
                processor,
                isAlone);
    }

    static TrainingTask read(Path file) throws IOException {
        return TaskFile.read(file, TrainingTask.class);
    }

    void write(Path file) throws IOException {
        TaskFile.write(file, this);
    }

    /**
     * @param threads how many may work on it; the result does not depend on them
     * @throws org.ecgdistill.nn.NetworkException where training breaks down
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    TrainingResult run(int threads, Progress progress) {
        var began = System.nanoTime();
        var trained = train(isAlone ? Labour.shared(threads) : Labour.ONE_THREAD, progress.part(0, TRAINED));
        var seconds = (System.nanoTime() - began) / 1e9;
        var hasScores = outputs.contains(Output.SCORES);
        var examples = data.examples();
        var predicted = outputs.contains(Output.PREDICTIONS)
                ? Optional.of(examples)
                : Optional.of(data.tested())
                        .filter(rows -> outputs.contains(Output.FOLD_PREDICTIONS) && rows.length > 0)
                        .map(examples::select);
        var predictions =
                predicted.map(rows -> predict(trained, rows, threads, progress.part(TRAINED, hasScores ? 0.95 : 1)));
        var last = progress.part(0.95, 1);
        return new TrainingResult(
                data.fold() < 0 ? trained : trained.keeping(student.kept()),
                predictions,
                hasScores ? scores(trained, data.split().validation(), last.part(0, 0.5)) : Map.of(),
                hasScores ? scores(trained, data.tested(), last.part(0.5, 1)) : Map.of(),
                seconds);
    }

    private Trained train(Labour labour, Progress progress) {
        var training = data.training();
        var validation = data.validation(goal);
        var start = student.start(training, schedule.seed(), progress.part(0, START));
        var aligned = data.finalLayer()
                .map(layer -> align(layer, start, training, validation, progress.part(START, ALIGNED)));
        // Once features are aligned, only labels are left to learn from.
        var taught = aligned.isPresent() ? data.labelled() : Optional.of(training);
        if (taught.isEmpty()) {
            return aligned.orElseThrow();
        }
        var lesson = new Lesson(goal.loss(taught.get(), pair), schedule, NetworkPart.ALL, processor, labour);
        var trained = student.train(
                lesson,
                aligned.map(Trained::weights).orElse(start),
                taught.get(),
                validation,
                progress.part(aligned.isPresent() ? ALIGNED : START, 1));
        return aligned.map(before -> after(before, trained)).orElse(trained);
    }

    /** Aligns the features to the teacher's and appends the teacher's last layer. */
    private Trained align(
            float[][] finalLayer, Weights start, Examples training, Validation validation, Progress progress) {
        var lesson = new Lesson(
                new FeatureLoss(),
                schedule.withEpochs(goal.alignmentEpochs()),
                NetworkPart.ALL_BUT_LAST_LAYER,
                processor,
                Labour.ONE_THREAD);
        var judges = validation.exists() ? new Validation(validation.rows(), LabelScore.LOSS) : validation;
        var trained = student.train(lesson, start, training, judges, progress);
        return trained.with(TeacherFeatures.withFinalLayer(trained.weights(), finalLayer));
    }

    /** Both logs, one after the other. */
    private static Trained after(Trained first, Trained second) {
        var log = new ArrayList<>(first.log());
        for (var epoch : second.log()) {
            log.add(new Epoch(first.log().size() + epoch.number(), epoch.loss(), epoch.verdict(), epoch.seconds()));
        }
        return new Trained(second.weights(), log, first.log().size() + second.best(), second.reason());
    }

    private Inference.Result predict(Trained trained, Examples rows, int threads, Progress progress) {
        return Inference.run(
                student.network(),
                trained.weights(),
                rows.leads(),
                rows.signals(),
                processor,
                isAlone ? threads : 1,
                progress);
    }

    private Map<Metric, MetricValue> scores(Trained trained, int[] rows, Progress progress) {
        if (rows.length == 0) {
            return Map.of();
        }
        var chosen = data.examples().select(rows);
        return StudentScores.of(predict(trained, chosen, 1, progress).outputs(), chosen);
    }
}
