package org.ecgdistill.distill;

import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.hybrid.CircuitTraining;
import org.ecgdistill.hybrid.QuantumAttention;
import org.ecgdistill.hybrid.TwoStages;
import org.ecgdistill.nn.Head;
import org.ecgdistill.nn.Net1d;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.checkpoint.Tensor;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Lesson;
import org.ecgdistill.nn.training.Trained;
import org.ecgdistill.nn.training.Validation;

/**
 * A network that learns, how it starts and how it is trained. All of it is data, so that a training can be written to a
 * file.
 */
public sealed interface Student {

    /** The size of the network. */
    NetworkForm form();

    /** The network that predicts. */
    default Network network() {
        return form().network();
    }

    /** Which arrays of the folds' models are kept after their predictions: whole ones would fill memory. */
    default NetworkPart kept() {
        return NetworkPart.HEAD;
    }

    /**
     * The numbers before training.
     *
     * @param training the rows that the model may learn from
     * @param seed of its random numbers
     */
    default Weights start(Examples training, long seed, Progress progress) {
        return Weights.random(network(), seed);
    }

    /**
     * @throws org.ecgdistill.nn.NetworkException where training breaks down
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    default Trained train(Lesson lesson, Weights start, Examples training, Validation validation, Progress progress) {
        return lesson.trainer(network()).train(start, training, validation, progress);
    }

    /** A network that starts at random and learns as a whole. */
    record Plain(NetworkForm form) implements Student {}

    /**
     * ECGFounder's network.
     *
     * @param checkpoint the numbers that all but the head starts with; empty for a random start
     * @param tellsAttention whether it also returns where in time it looks, for every row
     */
    record Founder(Net1d.Form form, Optional<Map<String, Tensor>> checkpoint, boolean tellsAttention)
            implements Student {

        @Override
        public Net1d network() {
            return new Net1d(form, tellsAttention);
        }

        @Override
        public Weights start(Examples training, long seed, Progress progress) {
            return start(seed);
        }

        Weights start(long seed) {
            return checkpoint
                    .map(tensors ->
                            Weights.fit(network(), tensors, Head::owns, seed).weights())
                    .orElseGet(() -> Weights.random(network(), seed));
        }
    }

    /** The quantum attention student. */
    record Quantum(QuantumAttention.Form form, CircuitTraining circuit) implements Student {

        @Override
        public NetworkPart kept() {
            return NetworkPart.ALL;
        }

        @Override
        public Weights start(Examples training, long seed, Progress progress) {
            return circuit.initialisation().start(network(), seed);
        }

        @Override
        public Trained train(
                Lesson lesson, Weights start, Examples training, Validation validation, Progress progress) {
            // Each training has its own network, whose random numbers do not depend on the others.
            return lesson.trainer(new QuantumAttention(form, circuit.gradient()))
                    .train(start, training, validation, progress);
        }
    }

    /** A network with an autoencoder in front, which learns first. */
    record Staged(TwoStages stages) implements Student {

        @Override
        public NetworkForm form() {
            return stages.form();
        }

        @Override
        public NetworkPart kept() {
            return NetworkPart.ALL;
        }

        @Override
        public Weights start(Examples training, long seed, Progress progress) {
            return stages.start(training, seed, progress);
        }

        @Override
        public Trained train(
                Lesson lesson, Weights start, Examples training, Validation validation, Progress progress) {
            return stages.train(lesson, start, training, validation, progress);
        }
    }
}
