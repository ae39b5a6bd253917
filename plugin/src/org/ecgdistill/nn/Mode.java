package org.ecgdistill.nn;

import java.util.random.RandomGenerator;

/**
 * How a forward pass is meant. The chance that dropout needs comes from here and not from the engine, whose generator is
 * shared by all threads: networks that train side by side would then differ from run to run.
 */
public final class Mode {

    /** With running statistics, without dropout. */
    public static final Mode INFERENCE = new Mode(null);

    private final RandomGenerator random;

    private Mode(final RandomGenerator random) {
        this.random = random;
    }

    /** With batch statistics, and dropout drawn from the given generator. */
    public static Mode training(final RandomGenerator random) {
        return new Mode(random);
    }

    public boolean isTraining() {
        return random != null;
    }

    RandomGenerator random() {
        return random;
    }
}
