package org.ecgdistill.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.nn.Network;
import org.ecgdistill.nn.NetworkException;
import org.ecgdistill.nn.Torch;
import org.junit.jupiter.api.Test;

/** Losses and scores of labels against their definitions, worked out here in double precision. */
class LabelLossTest {

    private static final float[][] LOGITS = {{2, -1, 0.5f}, {-40, 40, 0}, {0, 0, 0}, {1, 3, -2}, {-3, 1, 2}};
    private static final int[] CLASSES = {0, 1, 2, 0, 0};

    @Test
    void binaryCrossEntropyIsThatOfItsDefinition() {
        var labels = new float[][] {{1}, {0}, {0}, {0}, {1}};
        for (var balanced : new boolean[] {false, true}) {
            // Two of five rows are positive: 5/(2·2) and 5/(2·3).
            var weights = balanced ? new double[] {5 / 6.0, 5 / 4.0} : new double[] {1, 1};
            var expected = 0.0;
            var slope = new double[5];
            for (var row = 0; row < 5; row++) {
                var probability = 1 / (1 + Math.exp(-LOGITS[row][0]));
                var weight = weights[(int) labels[row][0]];
                expected -= weight * Math.log(labels[row][0] == 1 ? probability : 1 - probability) / 5;
                slope[row] = weight * (probability - labels[row][0]) / 5;
            }
            check(1, labels, balanced, expected, slope);
        }
    }

    @Test
    void crossEntropyIsThatOfItsDefinition() {
        var labels = new float[5][3];
        for (var row = 0; row < 5; row++) {
            labels[row][CLASSES[row]] = 1;
        }
        for (var balanced : new boolean[] {false, true}) {
            var weights = balanced ? new double[] {5 / 9.0, 5 / 3.0, 5 / 3.0} : new double[] {1, 1, 1};
            var expected = 0.0;
            var slope = new double[15];
            for (var row = 0; row < 5; row++) {
                var sum = 0.0;
                for (var logit : LOGITS[row]) {
                    sum += Math.exp(logit);
                }
                var weight = weights[CLASSES[row]];
                expected -= weight * (LOGITS[row][CLASSES[row]] - Math.log(sum)) / 5;
                for (var i = 0; i < 3; i++) {
                    slope[3 * row + i] = weight * (Math.exp(LOGITS[row][i]) / sum - labels[row][i]) / 5;
                }
            }
            check(3, labels, balanced, expected, slope);
        }
    }

    @Test
    void aClassThatNoRowHasWeighsNothing() {
        var labels = new float[][] {{1, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 0, 0}, {0, 1, 0}};
        var loss = LabelLoss.balanced(examples(labels));
        assertTrue(Double.isFinite(value(loss, 3, labels)));
    }

    @Test
    void aurocCountsPairsAndHalvesTies() {
        var labels = new float[][] {{0}, {1}, {0}, {1}, {1}};
        var scores = new float[][] {{0.1f}, {0.4f}, {0.4f}, {0.9f}, {0}};
        // Of six pairs 0.4>0.1, 0.9>0.1, 0.9>0.4 are right and 0.4=0.4 is half right.
        assertEquals(3.5 / 6, LabelScore.auroc(scores, examples(labels)), 1e-12);
        assertTrue(Double.isNaN(LabelScore.auroc(scores, examples(new float[5][1]))));
        var perfect = new float[][] {{90, 0, 0}, {0, 90, 0}, {0, 0, 90}, {95, 0, 0}, {80, 0, 0}};
        var oneHot = new float[5][3];
        for (var row = 0; row < 5; row++) {
            oneHot[row][CLASSES[row]] = 1;
        }
        assertEquals(1, LabelScore.auroc(perfect, examples(oneHot)), 1e-12);
    }

    @Test
    void labelsBecomeNumbers() {
        var labels = Arrays.asList("b", "a", null, "a");
        var rarer = LabelCode.of(labels, Optional.empty());
        assertEquals(List.of("a", "b"), rarer.classes());
        assertEquals(1, rarer.targets(labels)[0][0]);
        assertEquals(List.of("b", "a"), LabelCode.of(labels, Optional.of("a")).classes());
        var three = Arrays.asList("N", "V", "S", null);
        assertEquals(3, LabelCode.of(three, Optional.empty()).logits());
        assertEquals(1, LabelCode.of(three, Optional.empty()).targets(three)[1][2]);
        var against = LabelCode.of(three, Optional.of("V"));
        assertEquals(List.of("not V", "V"), against.classes());
        assertEquals("not V", against.name("S"));
        assertEquals(1, against.logits());
        assertEquals(0, against.targets(three)[2][0]);
        assertSentence("no label", () -> LabelCode.of(Arrays.asList(null, null), Optional.empty()));
        assertSentence("only one label, \"a\"", () -> LabelCode.of(List.of("a", "a"), Optional.empty()));
        assertSentence("positive class \"x\"", () -> LabelCode.of(labels, Optional.of("x")));
    }

    /** With no labels, the classes are those of the teacher. */
    @Test
    void aTeacherMayNameTheClasses() {
        var two = LabelCode.ofTeacher(List.of("a", "b"), Optional.empty());
        assertEquals(new LabelCode(List.of("a", "b"), Optional.of("b")), two);
        assertEquals(
                new LabelCode(List.of("b", "a"), Optional.of("a")),
                LabelCode.ofTeacher(List.of("a", "b"), Optional.of("a")));
        assertEquals(
                new LabelCode(List.of("not b", "b"), Optional.of("b")),
                LabelCode.ofTeacher(List.of("b"), Optional.empty()));
        var three = List.of("N", "S", "V");
        assertEquals(new LabelCode(three, Optional.empty()), LabelCode.ofTeacher(three, Optional.empty()));
        assertEquals(
                new LabelCode(List.of("not S", "S"), Optional.of("S")), LabelCode.ofTeacher(three, Optional.of("S")));
        assertSentence("does not predict the positive class \"x\"", () -> LabelCode.ofTeacher(three, Optional.of("x")));
    }

    private static void check(int columns, float[][] labels, boolean balanced, double expected, double[] slope) {
        var examples = examples(labels);
        var loss = balanced ? LabelLoss.balanced(examples) : LabelLoss.plain(examples);
        assertEquals(expected, value(loss, columns, labels), 1e-5 * Math.max(1, expected));
        Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var logits = arrays.create(flat(columns), new Shape(5, columns));
                logits.setRequiresGradient(true);
                var batch = new Batch(arrays, examples, new int[] {0, 1, 2, 3, 4}, 0, 5);
                var value = Torch.withGradients(() -> loss.of(new Network.Pass(logits, logits), batch));
                Torch.backward(value);
                var found = logits.getGradient().toFloatArray();
                for (var i = 0; i < slope.length; i++) {
                    assertEquals(slope[i], found[i], 1e-6, "gradient " + i);
                }
                return null;
            }
        });
    }

    private static double value(Loss loss, int columns, float[][] labels) {
        return Torch.call(() -> {
            try (var arrays = Torch.arrays(Device.cpu())) {
                var logits = arrays.create(flat(columns), new Shape(5, columns));
                var batch = new Batch(arrays, examples(labels), new int[] {0, 1, 2, 3, 4}, 0, 5);
                return (double) loss.of(new Network.Pass(logits, logits), batch).getFloat();
            }
        });
    }

    private static float[] flat(int columns) {
        var flat = new float[5 * columns];
        for (var i = 0; i < flat.length; i++) {
            flat[i] = LOGITS[i / columns][i % columns];
        }
        return flat;
    }

    private static Examples examples(float[][] labels) {
        return new Examples(1, new float[5][1], Map.of(Examples.LABEL, labels));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(NetworkException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
