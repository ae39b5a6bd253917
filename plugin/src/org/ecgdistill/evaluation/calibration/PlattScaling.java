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
    private static final double SMALLEST_STEP = 1e-10;

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
        // Starting flat, not at slope 1: on saturated probabilities the likelihood is level there and Newton gets lost.
        return newton(logit, target, new PlattScaling(0, Calibrator.logit((positives + 1.0) / (logit.length + 2.0))));
    }

    private static PlattScaling newton(double[] logit, double[] target, PlattScaling start) {
        var best = new Point(start, logit, target);
        for (int step = 0; step < MAX_STEPS && !best.isFlat(); step++) {
            var next = best.better(logit, target);
            if (next == best) {
                break;
            }
            best = next;
        }
        return best.at;
    }

    /** A fit with its loss, the negative log-likelihood, and the slopes and curvatures of that. */
    private static final class Point {

        private final PlattScaling at;
        private final int rows;
        private double loss;
        private double gradientSlope;
        private double gradientOffset;
        private double curveSlope = RIDGE;
        private double curveBoth;
        private double curveOffset = RIDGE;

        Point(PlattScaling at, double[] logit, double[] target) {
            this.at = at;
            this.rows = logit.length;
            for (int row = 0; row < rows; row++) {
                double z = at.slope * logit[row] + at.offset;
                double small = Math.exp(-Math.abs(z));
                double p = (z >= 0 ? 1 : small) / (1 + small);
                loss += Math.max(z, 0) + Math.log(1 + small) - target[row] * z; // log(1 + e^z) - target z
                double error = p - target[row];
                gradientSlope += error * logit[row];
                gradientOffset += error;
                double weight = p * (1 - p);
                curveSlope += weight * logit[row] * logit[row];
                curveBoth += weight * logit[row];
                curveOffset += weight;
            }
        }

        boolean isFlat() {
            return Math.abs(gradientSlope) < ENOUGH * rows && Math.abs(gradientOffset) < ENOUGH * rows;
        }

        /** Newton's step, halved until the loss is smaller; this point where nothing is. */
        Point better(double[] logit, double[] target) {
            double determinant = curveSlope * curveOffset - curveBoth * curveBoth;
            double moveSlope = -(curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant;
            double moveOffset = -(curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant;
            for (double step = 1; step > SMALLEST_STEP; step /= 2) {
                var next = new Point(
                        new PlattScaling(at.slope + step * moveSlope, at.offset + step * moveOffset), logit, target);
                if (next.loss < loss) {
                    return next;
                }
            }
            return this;
        }
    }

    private double ofLogit(double logit) {
        return Calibrator.sigmoid(slope * logit + offset);
    }

    @Override
    public double calibrate(double probability) {
        return ofLogit(Calibrator.logit(probability));
    }
}
