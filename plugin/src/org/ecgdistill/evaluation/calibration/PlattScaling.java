package org.ecgdistill.evaluation.calibration;

/**
 * Platt scaling (Platt 1999): sigmoid(slope * logit + offset), fitted by maximum likelihood to outcomes that are moved in
 * a little from 0 and 1, which keeps it from overfitting on few rows. Newton's method with halved steps, as Lin, Lin and
 * Weng (2007) advise; the likelihood is convex.
 */
public record PlattScaling(double slope, double offset) implements Calibrator {

    private static final int MAX_STEPS = 100;
    private static final double RIDGE = 1e-12;
    private static final double ENOUGH = 1e-10;

    public static PlattScaling fit(double[] probability, boolean[] positive) {
        int positives = 0;
        for (boolean is : positive) {
            positives += is ? 1 : 0;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (positive.length - positives + 2.0);
        var logit = new double[probability.length];
        var target = new double[probability.length];
        for (int row = 0; row < logit.length; row++) {
            logit[row] = Calibrator.logit(probability[row]);
            target[row] = positive[row] ? high : low;
        }
        return newton(logit, target, new PlattScaling(0, Calibrator.logit((positives + 1.0) / (logit.length + 2.0))));
    }

    private static PlattScaling newton(double[] logit, double[] target, PlattScaling start) {
        var best = start;
        double loss = best.loss(logit, target);
        for (int step = 0; step < MAX_STEPS; step++) {
            double gradientSlope = 0;
            double gradientOffset = 0;
            double curveSlope = RIDGE;
            double curveOffset = RIDGE;
            double curveBoth = 0;
            for (int row = 0; row < logit.length; row++) {
                double p = best.ofLogit(logit[row]);
                double error = p - target[row];
                double weight = p * (1 - p);
                gradientSlope += error * logit[row];
                gradientOffset += error;
                curveSlope += weight * logit[row] * logit[row];
                curveBoth += weight * logit[row];
                curveOffset += weight;
            }
            if (Math.abs(gradientSlope) < ENOUGH * logit.length && Math.abs(gradientOffset) < ENOUGH * logit.length) {
                break;
            }
            double determinant = curveSlope * curveOffset - curveBoth * curveBoth;
            double moveSlope = -(curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant;
            double moveOffset = -(curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant;
            var next = best.halvedUntilBetter(moveSlope, moveOffset, loss, logit, target);
            if (next.equals(best)) {
                break;
            }
            best = next;
            loss = best.loss(logit, target);
        }
        return best;
    }

    private PlattScaling halvedUntilBetter(
            double moveSlope, double moveOffset, double loss, double[] logit, double[] target) {
        for (double step = 1; step > 1e-10; step /= 2) {
            var next = new PlattScaling(slope + step * moveSlope, offset + step * moveOffset);
            if (next.loss(logit, target) < loss) {
                return next;
            }
        }
        return this;
    }

    private double loss(double[] logit, double[] target) {
        double loss = 0;
        for (int row = 0; row < logit.length; row++) {
            double z = slope * logit[row] + offset;
            // log(1 + e^z) - target z, without overflow
            loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target[row] * z;
        }
        return loss;
    }

    private double ofLogit(double logit) {
        return Calibrator.sigmoid(slope * logit + offset);
    }

    @Override
    public double calibrate(double probability) {
        return ofLogit(Calibrator.logit(probability));
    }
}
