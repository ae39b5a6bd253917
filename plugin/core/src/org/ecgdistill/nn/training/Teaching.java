package org.ecgdistill.nn.training;

import java.util.function.Predicate;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;

/**
 * How a network gets from its start to what it has learnt: all of it at once by a {@link Trainer}, or some other way that
 * suits it. Several go on side by side.
 */
@FunctionalInterface
public interface Teaching {

    /**
     * What is to be learnt.
     *
     * @param loss what the network is to be good at
     * @param schedule how long and how fast
     * @param trained which arrays are changed
     * @param processor on what it is computed
     */
    record Lesson(Loss loss, Schedule schedule, Predicate<String> trained, Processor processor) {

        /** The usual way to teach it to a network. */
        public Trainer trainer(Network network) {
            return new Trainer(network, loss, schedule, trained, processor);
        }

        public Lesson with(Schedule other) {
            return new Lesson(loss, other, trained, processor);
        }
    }

    /** All numbers of a network at once. */
    static Teaching of(Network network) {
        return (lesson, start, training, validation, progress) ->
                lesson.trainer(network).train(start, training, validation, progress);
    }

    /**
     * @throws org.ecgdistill.nn.NetworkException where training breaks down
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    Trained train(Lesson lesson, Weights start, Examples training, Validation validation, Progress progress);
}
