package org.ecgdistill.distill;

import java.util.List;

/** Several models with one voice: the logits of the mean of their probabilities. */
final class Ensemble {

    private Ensemble() {}

    /**
     * Logits whose probabilities are the models' mean; those of a single model are left as they are.
     *
     * @param models the logits of each, one for two classes or one for each class
     */
    static float[] mean(List<float[]> models) {
        if (models.size() == 1) {
            return models.get(0);
        }
        var width = models.get(0).length;
        var mean = new float[width];
        for (var i = 0; i < width; i++) {
            var logit = i;
            var yes = logMean(models.stream()
                    .mapToDouble(one -> logProbability(one, logit))
                    .toArray());
            mean[i] = (float)
                    (width > 1
                            ? yes
                            : yes
                                    - logMean(models.stream()
                                            .mapToDouble(one -> logSigmoid(-one[0]))
                                            .toArray()));
        }
        return mean;
    }

    /** The mean of each number. */
    static float[] plainMean(List<float[]> models) {
        var mean = new float[models.get(0).length];
        for (var model : models) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += model[i] / models.size();
            }
        }
        return mean;
    }

    private static double logProbability(float[] logits, int wanted) {
        return logits.length == 1 ? logSigmoid(logits[0]) : logits[wanted] - logSum(logits);
    }

    /** log of 1 / (1 + exp(−x)) */
    private static double logSigmoid(double x) {
        return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double logSum(float[] logits) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var logit : logits) {
            largest = Math.max(largest, logit);
        }
        var sum = 0.0;
        for (var logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return largest + Math.log(sum);
    }

    /** The logarithm of the mean of numbers of which the logarithms are given. */
    private static double logMean(double... logs) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var log : logs) {
            largest = Math.max(largest, log);
        }
        var sum = 0.0;
        for (var log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum / logs.length);
    }
}
