package org.ecgdistill.evaluation.calibration;

/** A fitted map from a model's probability of a class to a better calibrated one. */
@FunctionalInterface
public interface Calibrator {

    double calibrate(double probability);

    /** The logarithm of the odds, with 0 and 1 moved in by the smallest step of a double so that it is finite. */
    static double logit(double probability) {
        var inside = Math.min(1 - Math.ulp(1.0), Math.max(Math.ulp(1.0), probability));
        return Math.log(inside / (1 - inside));
    }

    static double sigmoid(double logit) {
        return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
    }
}
