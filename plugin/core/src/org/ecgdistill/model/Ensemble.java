package org.ecgdistill.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Several models combined: the logits of the mean of their probabilities. */
public final class Ensemble {

    private Ensemble() {}

    /**
     * Logits whose probabilities are the models' mean; those of a single model are left as they are.
     *
     * @param models the logits of each, one for two classes or one for each class
     */
    public static float[] mean(List<float[]> models) {
        if (models.size() == 1) {
            return models.get(0);
        }
        var width = models.get(0).length;
        var mean = new float[width];
        for (var i = 0; i < width; i++) {
            var logit = i;
            var yes = logMean(models, logits -> logProbability(logits, logit));
            mean[i] = (float) (width > 1 ? yes : yes - logMean(models, logits -> logSigmoid(-logits[0])));
        }
        return mean;
    }

    /**
     * The same if several classes may apply at once, so that each logit stands for a probability of its own.
     *
     * @param models the logits of each, one for each class
     */
    public static float[] meanOfLabels(List<float[]> models) {
        if (models.size() == 1) {
            return models.get(0);
        }
        var mean = new float[models.get(0).length];
        for (var i = 0; i < mean.length; i++) {
            var label = i;
            mean[i] = mean(
                    models.stream().map(logits -> new float[] {logits[label]}).toList())[0];
        }
        return mean;
    }

    /** The mean of each number. */
    public static float[] plainMean(List<float[]> models) {
        var mean = new float[models.get(0).length];
        for (var model : models) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += model[i] / models.size();
            }
        }
        return mean;
    }

    /** The logarithm of the models' mean probability. */
    private static double logMean(List<float[]> models, ToDoubleFunction<float[]> logProbability) {
        return logSum(models.stream().mapToDouble(logProbability).toArray(), models.size());
    }

    private static double[] doubles(float... numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }

    private static double logProbability(float[] logits, int wanted) {
        return logits.length == 1 ? logSigmoid(logits[0]) : logits[wanted] - logSum(doubles(logits), 1);
    }

    /** log of 1 / (1 + exp(−x)) */
    private static double logSigmoid(double x) {
        return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** The logarithm of a part of a sum of numbers whose logarithms are given, without overflow. */
    private static double logSum(double[] logs, int parts) {
        var largest = Arrays.stream(logs).max().orElseThrow();
        var sum = 0.0;
        for (var log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum / parts);
    }
}
