package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.Batch;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.LabelLoss;
import org.ecgdistill.nn.training.Loss;
import org.junit.jupiter.api.Test;

/**
 * Losses of batches in which some rows have no label, against their definitions in double precision: each row's value by
 * hand, and its slope by central differences.
 */
class UnlabelledLossTest {

    private static final double T = 3;
    private static final double ALPHA = 0.3;
    private static final double LAMBDA = 0.7;
    private static final double[][] STUDENT = {{2, -1, 0.5}, {-4, 4, 0}, {0.3, 0, 0}, {1, 3, -2}, {-3, 1, 2}};
    private static final double[][] TEACHER = {{1, 0, 0}, {-2, 1, 0.5}, {3, -1, 1}, {0.2, 2, -1}, {1, 1, 2}};
    private static final int[] CLASSES = {0, 1, -1, -1, 0};

    /** The loss of a row. */
    private interface RowLoss {
        double of(double[] student, double[] teacher, int type, double weight);
    }

    @Test
    void hinton() {
        check(hard -> new HintonLoss(hard, T, ALPHA, HintonLoss.Soft.DIVERGENCE), (s, t, type, weight) -> {
            var soft = T * T * divergence(s, t, T);
            return type < 0 ? soft : (1 - ALPHA) * soft + ALPHA * weight * hard(s, type);
        });
        check(
                hard -> new HintonLoss(hard, T, 0, HintonLoss.Soft.CROSS_ENTROPY),
                (s, t, type, weight) -> T * T * crossEntropy(s, t, T));
        // The teacher has no influence on rows with a label, and teaches the others alone.
        check(
                hard -> new HintonLoss(hard, T, 1, HintonLoss.Soft.DIVERGENCE),
                (s, t, type, weight) -> type < 0 ? T * T * divergence(s, t, T) : weight * hard(s, type));
    }

    @Test
    void logits() {
        check(hard -> new LogitLoss(hard, ALPHA), (s, t, type, weight) -> {
            var soft = IntStream.range(0, s.length)
                    .mapToDouble(i -> (s[i] - t[i]) * (s[i] - t[i]))
                    .average()
                    .orElseThrow();
            return type < 0 ? soft : (1 - ALPHA) * soft + ALPHA * weight * hard(s, type);
        });
    }

    @Test
    void bridging() {
        check(
                hard -> new BridgingLoss(hard, T, LAMBDA),
                (s, t, type, weight) -> LAMBDA * divergence(s, t, T) + (type < 0 ? 0 : weight * hard(s, type)));
    }

    @Test
    void labelsAlone() {
        check(hard -> hard, (s, t, type, weight) -> type < 0 ? 0 : weight * hard(s, type));
    }

    private interface LossOf {
        Loss of(LabelLoss hard);
    }

    private static void check(LossOf loss, RowLoss expected) {
        for (var width : new int[] {1, 3}) {
            for (var balanced : new boolean[] {false, true}) {
                // Of three rows with a label, two have class 0 and one has class 1; a third class has none.
                var classes = Math.max(2, width);
                var weights = balanced ? new double[] {3.0 / (classes * 2), 3.0 / classes, 0} : new double[] {1, 1, 1};
                var examples = examples(width);
                var hard = balanced ? LabelLoss.balanced(examples) : LabelLoss.plain(examples);
                check(loss.of(hard), examples, width, expected, weights);
            }
        }
    }

    private static void check(Loss loss, Examples examples, int width, RowLoss expected, double... weights) {
        Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var flat = new float[5 * width];
                for (var i = 0; i < flat.length; i++) {
                    flat[i] = (float) STUDENT[i / width][i % width];
                }
                var logits = arrays.create(flat, new Shape(5, width));
                logits.setRequiresGradient(true);
                var batch = new Batch(arrays, examples, new int[] {0, 1, 2, 3, 4}, 0, 5);
                var found = Torch.withGradients(() -> loss.of(new Network.Pass(logits, logits), batch));
                Torch.backward(found);
                assertEquals(total(expected, width, weights, -1, 0), found.getFloat(), 2e-5);
                var slopes = logits.getGradient().toFloatArray();
                for (var i = 0; i < slopes.length; i++) {
                    var slope = (total(expected, width, weights, i, 1e-5) - total(expected, width, weights, i, -1e-5))
                            / 2e-5;
                    assertEquals(slope, slopes[i], 1e-5, "slope " + i);
                }
                return null;
            }
        });
    }

    /** The mean over rows after a logit has been moved. */
    private static double total(RowLoss loss, int width, double[] weights, int moved, double by) {
        var sum = 0.0;
        for (var row = 0; row < 5; row++) {
            var student = Arrays.copyOf(STUDENT[row], width);
            if (moved >= 0 && moved / width == row) {
                student[moved % width] += by;
            }
            var teacher = Arrays.copyOf(TEACHER[row], width);
            sum += loss.of(student, teacher, CLASSES[row], CLASSES[row] < 0 ? 0 : weights[CLASSES[row]]);
        }
        return sum / 5;
    }

    private static Examples examples(int width) {
        var labels = new float[5][width];
        var taught = new float[5][width];
        var known = new float[5][1];
        for (var row = 0; row < 5; row++) {
            known[row][0] = CLASSES[row] < 0 ? 0 : 1;
            for (var i = 0; i < width; i++) {
                taught[row][i] = (float) TEACHER[row][i];
                labels[row][i] = CLASSES[row] < 0 ? 0 : width == 1 ? CLASSES[row] : CLASSES[row] == i ? 1 : 0;
            }
        }
        return new Examples(
                1, new float[5][1], Map.of(Examples.LABEL, labels, Teachers.LOGITS, taught, Examples.KNOWN, known));
    }

    private static double[] probabilities(double temperature, double... logits) {
        var all = logits.length == 1 ? new double[] {0, logits[0]} : logits;
        var powers = new double[all.length];
        var sum = 0.0;
        for (var i = 0; i < all.length; i++) {
            powers[i] = Math.exp(all[i] / temperature);
            sum += powers[i];
        }
        for (var i = 0; i < all.length; i++) {
            powers[i] /= sum;
        }
        return powers;
    }

    private static double hard(double[] student, int type) {
        return -Math.log(probabilities(1, student)[type]);
    }

    private static double crossEntropy(double[] student, double[] teacher, double temperature) {
        var p = probabilities(temperature, student);
        var q = probabilities(temperature, teacher);
        return -IntStream.range(0, p.length)
                .mapToDouble(i -> q[i] * Math.log(p[i]))
                .sum();
    }

    private static double divergence(double[] student, double[] teacher, double temperature) {
        return crossEntropy(student, teacher, temperature) - crossEntropy(teacher, teacher, temperature);
    }
}
