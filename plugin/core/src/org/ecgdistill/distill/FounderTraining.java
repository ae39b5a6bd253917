package org.ecgdistill.distill;

import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Schedule;

/**
 * Fine-tunes ECGFounder's network under a cross-validation.
 *
 * @param founder the network and its checkpoint
 * @param headOnly whether all but the head stays as it starts. Its features are then computed once for all folds: they
 *     depend on no label
 * @param goal what it is to learn
 * @param schedule how long and how fast
 * @param processor what it is computed on
 * @param threads how many models are trained at once
 */
public record FounderTraining(
        Student.Founder founder, boolean headOnly, Goal goal, Schedule schedule, Processor processor, int threads) {

    /** The share of the time that the features take if only the head learns. */
    private static final double FEATURES = 0.8;

    /**
     * Trains one model per fold and one on all rows.
     *
     * @throws org.ecgdistill.nn.NetworkException where the checkpoint does not fit or training breaks down
     * @throws java.util.concurrent.CancellationException within one batch after the progress has thrown it
     */
    public CrossValidated run(Design design, Examples examples, Progress progress) {
        return headOnly ? head(design, examples, progress) : train(founder, design, examples, progress);
    }

    private CrossValidated train(Student student, Design design, Examples examples, Progress progress) {
        return new Distillation(student, goal, schedule, processor, threads)
                .run(Teachers.none(design), examples, progress)
                .models();
    }

    private CrossValidated head(Design design, Examples examples, Progress progress) {
        var trunk = founder.network().trunk();
        var body = founder.start(schedule.seed());
        var seen = Inference.run(
                trunk,
                body.of(trunk),
                examples.leads(),
                examples.signals(),
                processor,
                threads,
                (fraction, message) -> progress.report(FEATURES * fraction, "Features: " + message));
        var kept = new Examples(1, seen.features(), examples.targets());
        var head = new Student.Plain(founder.form().head());
        var heads = train(head, design, kept, progress.part(FEATURES, 1));
        return heads.withWhole(body.with(heads.whole().weights())).withAttention(seen.attention());
    }
}
