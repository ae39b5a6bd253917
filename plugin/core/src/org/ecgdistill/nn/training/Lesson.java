package org.ecgdistill.nn.training;

import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkPart;
import org.ecgdistill.nn.Processor;

/**
 * What a network is to learn.
 *
 * @param loss that it minimises
 * @param schedule how long and how fast
 * @param trained which arrays are changed; the others stay as they start
 * @param processor what it is computed on
 * @param labour how the work of one step is divided
 */
public record Lesson(Loss loss, Schedule schedule, NetworkPart trained, Processor processor, Trainer.Labour labour) {

    /** For all arrays, on one thread of the processor. */
    public static Lesson of(Loss loss, Schedule schedule) {
        return new Lesson(loss, schedule, NetworkPart.ALL, Processor.CPU, Trainer.Labour.ONE_THREAD);
    }

    /** The trainer that teaches it to a network. */
    public Trainer trainer(Network network) {
        return new Trainer(network, this);
    }

    /** The same with another schedule. */
    public Lesson with(Schedule other) {
        return new Lesson(loss, other, trained, processor, labour);
    }
}
