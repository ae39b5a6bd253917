package org.ecgdistill.nn.training;

import org.ecgdistill.signal.Progress;

/** How one model is made of the rows that it may learn from. Courses of several folds run side by side. */
@FunctionalInterface
public interface Course {

    /**
     * @param seed of all chance; another for each fold
     * @param validation rows to choose the epoch by
     * @throws org.ecgdistill.nn.NetworkException where training breaks down
     * @throws java.util.concurrent.CancellationException soon after the progress has thrown it
     */
    Trained train(long seed, Examples training, Validation validation, Progress progress);
}
