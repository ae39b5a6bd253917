package org.ecgdistill.evaluation.calibration;

/**
 * Platt scaling (Platt 1999): sigmoid(slope * logit + offset), fitted by maximum likelihood to outcomes that are moved in
 * a little from 0 and 1, which keeps it from overfitting on few rows. Newton's method with halved steps, as Lin, Lin and
 * Weng (2007) advise; the likelihood is convex.
 */
public record PlattScaling(double slope, double offset) implements Calibrator {

    private static final int MAX_STEPS = 100;
    private static final double RIDGE = 1e-12;
    private static final double ENOUGH = 1e-14;
    private static final double SMALLEST_STEP = 1e-10;
    private static final int ROWS_PER_LOGARITHM = 512;

    public static PlattScaling fit(double[] probability, boolean[] positive) {
        var positives = 0;
        for (var is : positive) {
            positives += is ? 1 : 0;
        }
        var high = (positives + 1.0) / (positives + 2.0);
        var low = 1.0 / (positive.length - positives + 2.0);
        var logit = new double[probability.length];
        var target = new double[probability.length];
        for (var row = 0; row < logit.length; row++) {
            logit[row] = Calibrator.logit(probability[row]);
            target[row] = positive[row] ? high : low;
        }
        // Starting flat, not at slope 1: on saturated probabilities the likelihood is level there and Newton gets lost.
        return newton(logit, target, new PlattScaling(0, Calibrator.logit((positives + 1.0) / (logit.length + 2.0))));
    }

    private static PlattScaling newton(double[] logit, double[] target, PlattScaling start) {
        var best = new Point(start, logit, target);
        for (var step = 0; step < MAX_STEPS; step++) {
            if (best.isNear()) {
                return best.moved(1);
            }
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
            var product = 1.0; // one logarithm for many rows: each factor is between 1 and 2
            for (var row = 0; row < rows; row++) {
                var z = at.slope * logit[row] + at.offset;
                var small = Math.exp(-Math.abs(z));
                var p = (z >= 0 ? 1 : small) / (1 + small);
                loss += Math.max(z, 0) - target[row] * z; // and log(1 + small): log(1 + e^z) - target z
                product *= 1 + small;
                if (row % ROWS_PER_LOGARITHM == 0) {
                    loss += Math.log(product);
                    product = 1;
                }
                var error = p - target[row];
                gradientSlope += error * logit[row];
                gradientOffset += error;
                var weight = p * (1 - p);
                curveSlope += weight * logit[row] * logit[row];
                curveBoth += weight * logit[row];
                curveOffset += weight;
            }
            loss += Math.log(product);
        }

        /**
         * What can still be gained is lost in the rounding of the loss; one more step is then exact to the last digits.
         */
        boolean isNear() {
            return -(gradientSlope * moveSlope() + gradientOffset * moveOffset()) / 2 <= ENOUGH * rows;
        }

        private double moveSlope() {
            return -(curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant();
        }

        private double moveOffset() {
            return -(curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant();
        }

        private double determinant() {
            return curveSlope * curveOffset - curveBoth * curveBoth;
        }

        /** Part of Newton's step. */
        PlattScaling moved(double part) {
            return new PlattScaling(at.slope + part * moveSlope(), at.offset + part * moveOffset());
        }

        /** Newton's step, halved until the loss is smaller; this point if no step makes it smaller. */
        Point better(double[] logit, double[] target) {
            for (var part = 1.0; part > SMALLEST_STEP; part /= 2) {
                var next = new Point(moved(part), logit, target);
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
