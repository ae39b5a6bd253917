package org.ecgdistill.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ecgdistill.common.Progress;
import org.junit.jupiter.api.Test;

/** The students' sizes are part of what is compared: they are counted by hand from the layers' definitions. */
class StudentsTest {

    @Test
    void resNetHasTheSizeOfItsLayers() {
        // Stem 1·32·7, then per block two convolutions and, where the width changes, a shortcut; two numbers of batch
        // normalisation per channel; 80 + 1 in the dense layer.
        var stem = 32 * 7 + 2 * 32;
        var first = 2 * (2 * (32 * 32 * 3 + 2 * 32));
        var second = 32 * 64 * 3 + 3 * 64 * 64 * 3 + 32 * 64 + 5 * 2 * 64;
        var third = 64 * 80 * 3 + 3 * 80 * 80 * 3 + 64 * 80 + 5 * 2 * 80;
        assertEquals(137_489, stem + first + second + third + 81);
        assertEquals(137_489, new ResNet1d(ResNet1d.Form.standard(1, 1)).parameters());
    }

    @Test
    void cnnHasTheSizeOfItsLayers() {
        var convolutions = 16 * 5 + 32 * 16 * 5 + 64 * 32 * 5 + 2 * (16 + 32 + 64);
        assertEquals(15_217, convolutions + 64 * 32 + 32 + 32 + 1);
        assertEquals(15_217, new Cnn1d(Cnn1d.Form.standard(1, 1)).parameters());
    }

    @Test
    void vitHasTheSizeOfItsLayers() {
        // Patches of 16 samples, 16 positions, two norms, query key value join, expand and contract, dense; width 12.
        var attention = 4 * (12 * 12 + 12);
        var dense = (12 * 24 + 24) + (24 * 12 + 12);
        assertEquals(
                16 * 12 + 12 + 16 * 12 + 4 * 12 + attention + dense + 13,
                new Vit1d(Vit1d.Form.standard(1, 256, 1)).parameters());
    }

    @Test
    void autoencoderGivesLatentNumbersAndASignal() {
        for (var samples : new int[] {9, 100, 255, 256}) {
            var network = new Autoencoder(Autoencoder.Form.standard(2, samples, 6));
            var result =
                    Inference.run(network, Weights.random(network, 1), 2, new float[3][2 * samples], Progress.NONE);
            assertEquals(6, result.features()[0].length);
            assertEquals(2 * samples, result.outputs()[0].length);
        }
    }

    @Test
    void multiplyAccumulatesAreThoseOfTheLayers() {
        // 256 samples: 128, 64, 32 outputs per channel.
        assertEquals(
                128L * 16 * 5 + 64L * 32 * 16 * 5 + 32L * 64 * 32 * 5 + 64 * 32 + 32,
                new Cnn1d(Cnn1d.Form.standard(1, 1)).multiplyAccumulates(256));
        // The stem alone and one block of one channel: 4 samples become 2.
        assertEquals(
                2 * 7 + 2 * 3 * 2 + 1, new ResNet1d(new ResNet1d.Form(1, 1, List.of(1), 1)).multiplyAccumulates(4));
    }

    @Test
    void everyLengthLeadAndClassGoesThrough() {
        for (var leads : new int[] {1, 12}) {
            for (var classes : new int[] {1, 5}) {
                for (var network : List.of(
                        new ResNet1d(ResNet1d.Form.standard(leads, classes)),
                        new Cnn1d(Cnn1d.Form.standard(leads, classes)),
                        new Net1d(Net1d.Form.small(leads, classes)))) {
                    for (var length : new int[] {7, 100, 255, 256}) {
                        var signals = new float[2][leads * length];
                        signals[1][0] = 1;
                        var result = Inference.run(network, Weights.random(network, 1), leads, signals, Progress.NONE);
                        assertEquals(2, result.outputs().length);
                        assertEquals(classes, result.outputs()[0].length);
                    }
                }
            }
        }
    }

    @Test
    void badFormsAreRefusedInASentence() {
        assertSentence("at least one lead", () -> new ResNet1d.Form(0, 1, List.of(28), 2));
        assertSentence("odd length", () -> new Cnn1d.Form(1, 1, List.of(16), 4, 32, 0.3));
        assertSentence("below 1", () -> new Cnn1d.Form(1, 1, List.of(16), 5, 32, 1));
        assertSentence(
                "multiple of the group width", () -> new Net1d.Form(1, 8, List.of(10), List.of(1), 16, 4, 1, false, 0));
        assertSentence("as many numbers", () -> new Net1d.Form(1, 8, List.of(8, 8), List.of(1), 16, 4, 1, false, 0));
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(NetworkException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
