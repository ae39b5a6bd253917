package org.ecgdistill.evaluation.calibration;

import org.ecgdistill.evaluation.EvaluationException;

/**
 * Temperature scaling (Guo et al. 2017): all logits divided by one number, fitted by maximum likelihood. It never changes
 * which class is the most probable. The likelihood is convex in 1 / temperature; Newton's method within a bracket finds it.
 */
public record TemperatureScaling(double temperature) implements Calibrator {

    private static final double LARGEST = 1000;
    private static final int MAX_STEPS = 200;
    private static final double ENOUGH = 1e-10;

    public TemperatureScaling {
        if (!(temperature > 0)) {
            throw new EvaluationException("The temperature is " + temperature + " but must be above 0.");
        }
    }

    /** @param probability as [class][row] */
    public static TemperatureScaling fit(double[][] probability, int[] actual) {
        var logits = new double[probability.length][actual.length];
        for (var c = 0; c < logits.length; c++) {
            for (var row = 0; row < actual.length; row++) {
                logits[c][row] = Math.log(Math.max(Math.ulp(1.0), probability[c][row]));
            }
        }
        var low = 1 / LARGEST;
        var high = LARGEST;
        var inverse = 1.0;
        for (var step = 0; step < MAX_STEPS && high - low > ENOUGH * low; step++) {
            var slopes = slopes(logits, actual, inverse);
            if (slopes[0] < 0) {
                low = inverse;
            } else {
                high = inverse;
            }
            var next = inverse - slopes[0] / slopes[1];
            if (Math.abs(next - inverse) <= ENOUGH * inverse) {
                break;
            }
            inverse = low < next && next < high ? next : Math.sqrt(low * high);
        }
        return new TemperatureScaling(1 / inverse);
    }

    /** First and second derivative of the negative log-likelihood with respect to 1 / temperature. */
    private static double[] slopes(double[][] logits, int[] actual, double inverse) {
        var classes = logits.length;
        var slope = 0.0;
        var curve = 0.0;
        for (var row = 0; row < actual.length; row++) {
            var largest = Double.NEGATIVE_INFINITY;
            for (var c = 0; c < classes; c++) {
                largest = Math.max(largest, logits[c][row]);
            }
            var sum = 0.0;
            var mean = 0.0;
            var square = 0.0;
            for (var c = 0; c < classes; c++) {
                var above = logits[c][row] - largest;
                var weight = Math.exp(inverse * above);
                sum += weight;
                mean += weight * above;
                square += weight * above * above;
            }
            mean /= sum;
            slope += mean - (logits[actual[row]][row] - largest);
            curve += square / sum - mean * mean;
        }
        return new double[] {slope, curve};
    }

    /** Two classes. */
    @Override
    public double calibrate(double probability) {
        return Calibrator.sigmoid(Calibrator.logit(probability) / temperature);
    }

    /** Any number of classes. */
    public double[] calibrate(double[] ofClasses) {
        var calibrated = new double[ofClasses.length];
        var largest = 0.0;
        for (var probability : ofClasses) {
            largest = Math.max(largest, probability);
        }
        var sum = 0.0;
        for (var c = 0; c < calibrated.length; c++) {
            calibrated[c] = Math.exp(Math.log(Math.max(Math.ulp(1.0), ofClasses[c]) / largest) / temperature);
            sum += calibrated[c];
        }
        for (var c = 0; c < calibrated.length; c++) {
            calibrated[c] /= sum;
        }
        return calibrated;
    }
}
