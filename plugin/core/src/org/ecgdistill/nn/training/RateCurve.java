package org.ecgdistill.nn.training;

/** How the learning rate changes over a training. */
public enum RateCurve {
    /** Constant. */
    CONSTANT {
        @Override
        double factor(double done) {
            return 1;
        }
    },
    /** Half a cosine down to zero (Loshchilov and Hutter 2017). */
    COSINE {
        @Override
        double factor(double done) {
            return 0.5 * (1 + Math.cos(Math.PI * done));
        }
    },
    /** A tenth after each third. */
    STEP {
        @Override
        double factor(double done) {
            return Math.pow(0.1, Math.floor(3 * Math.min(done, 0.999_999)));
        }
    };

    /**
     * What the rate is multiplied by.
     *
     * @param done the share of all steps that are done, from 0 to 1
     */
    abstract double factor(double done);
}
