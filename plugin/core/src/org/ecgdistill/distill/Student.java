package org.ecgdistill.distill;

import java.util.function.Predicate;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Weights;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Teaching;

/**
 * Who learns.
 *
 * @param network of the student
 * @param start how it begins
 * @param teaching how it learns
 * @param trained which arrays training changes
 * @param kept which arrays of the folds' models are kept once they have spoken
 */
public record Student(
        Network network, Start start, Teaching teaching, Predicate<String> trained, Predicate<String> kept) {

    /** The numbers before training. */
    @FunctionalInterface
    public interface Start {
        /**
         * @param training the rows that the model may learn from
         * @param seed of its chance
         */
        Weights of(Examples training, long seed, Progress progress);
    }

    /** A network that starts at random and learns as a whole. */
    public static Student of(Network network) {
        return new Student(
                network,
                (training, seed, progress) -> Weights.random(network, seed),
                Teaching.of(network),
                name -> true,
                name -> name.startsWith("dense."));
    }
}
