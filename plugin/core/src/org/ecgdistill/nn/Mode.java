package org.ecgdistill.nn;

import java.util.random.RandomGenerator;
import org.ecgdistill.common.Progress;

/**
 * How a forward pass is run. The random numbers of dropout come from here and not from the engine, whose generator is
 * shared by all threads: networks that train in parallel would then differ from run to run.
 */
public final class Mode {

    /** With running statistics, without dropout. */
    public static final Mode INFERENCE = new Mode(null, Progress.NONE);

    private final RandomGenerator random;
    private final Progress progress;

    private Mode(RandomGenerator random, Progress progress) {
        this.random = random;
        this.progress = progress;
    }

    /** With batch statistics, and dropout drawn from the given generator. */
    public static Mode training(RandomGenerator random) {
        return training(random, Progress.NONE);
    }

    /**
     * With batch statistics, and dropout drawn from the given generator.
     *
     * @param progress that a slow layer reports to, and that lets a cancellation through
     */
    public static Mode training(RandomGenerator random, Progress progress) {
        return new Mode(random, progress);
    }

    /**
     * With running statistics, without dropout.
     *
     * @param progress that a slow layer reports to, and that lets a cancellation through
     */
    public static Mode inference(Progress progress) {
        return new Mode(null, progress);
    }

    public Progress progress() {
        return progress;
    }

    public boolean isTraining() {
        return random != null;
    }

    RandomGenerator random() {
        return random;
    }
}
