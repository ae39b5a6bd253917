package org.ecgdistill.hybrid;

import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Validation;

/**
 * How a student with an autoencoder in front learns: first the autoencoder, then the circuit, or its twin, on latent
 * numbers that no longer change, or both together.
 *
 * @param pretraining the first stage
 * @param form of the network; each training has its own head, whose random numbers do not depend on the others
 * @param circuit how it learns
 * @param plan of the second stage
 */
public record TwoStages(Pretraining pretraining, EncodedForm form, CircuitTraining circuit, Plan plan) {

    /**
     * The second stage.
     *
     * @param together whether the encoder learns on with the head
     * @param headRate the head's learning rate as a multiple of the encoder's
     * @param optimiser one that looks at all rows at once, for latent numbers that no longer change; empty for Adam
     * @param evaluations how often that optimiser may evaluate the loss
     */
    public record Plan(boolean together, double headRate, Optional<CircuitOptimiser> optimiser, int evaluations) {

        public Plan {
            if (together && optimiser.isPresent()) {
                throw new NetworkException("Only Adam can train encoder and circuit together: choose Adam, or let the"
                        + " encoder be frozen after the first stage.");
            }
        }

        private Map<String, Double> factors() {
            return Map.of("circuit.", headRate, "hidden.", headRate, "direct", headRate, "dense.", headRate);
        }
    }

    private static final double FIRST_STAGE = 0.95;
    private static final double LATENTS = 0.1;

    /** The numbers before the second stage: an autoencoder that has learnt the rows, and a head at random. */
    public Weights start(Examples training, long seed, Progress progress) {
        var head = form.head(circuit);
        var encoder = new Encoder(form.encoder());
        var learnt = pretraining.autoencoder(training, seed, progress.part(0, FIRST_STAGE));
        var down = learnt.weights().of(encoder);
        var latents = latents(down, training, progress.part(FIRST_STAGE, 1)).signals();
        return down.with(circuit.initialisation().start(head, seed)).with(head.prepared(latents));
    }

    /** The second stage. */
    public Trained train(Lesson lesson, Weights start, Examples training, Validation validation, Progress progress) {
        var head = form.head(circuit);
        var apart = lesson.with(lesson.schedule().withFactors(plan.factors()));
        if (plan.together()) {
            return apart.trainer(new EncodedNetwork(form.encoder(), head)).train(start, training, validation, progress);
        }
        var rows = latents(start, training, progress.part(0, LATENTS));
        var judges = validation.exists()
                ? validation.with(latents(start, validation.rows(), progress.part(0, LATENTS)))
                : validation;
        var rest = progress.part(LATENTS, 1);
        var trained = plan.optimiser().isPresent()
                ? new FullBatch(
                                head,
                                plan.optimiser()
                                        .get()
                                        .build(
                                                plan.evaluations(),
                                                lesson.schedule().seed()))
                        .train(apart, start.of(head), rows, judges, rest)
                : apart.trainer(head).train(start.of(head), rows, judges, rest);
        return trained.with(start.with(trained.weights()));
    }

    /** The rows as the head sees them: latent numbers in the place of signals. */
    private Examples latents(Weights weights, Examples rows, Progress progress) {
        var encoder = new Encoder(form.encoder());
        var latents = Inference.run(
                        encoder,
                        weights.of(encoder),
                        rows.leads(),
                        rows.signals(),
                        pretraining.processor(),
                        1,
                        progress)
                .features();
        return new Examples(1, latents, rows.targets());
    }
}
