package org.ecgdistill.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.ecgdistill.nn.Inference;
import org.junit.jupiter.api.Test;

class WindowedPredictionTest {

    @Test
    void aRecordingHasTheMeanOfItsWindowsProbabilities() {
        var logits = new float[][] {logits(.2, .3, .5), logits(.6, .3, .1), logits(.1, .1, .8)};
        var features = new float[][] {{1, 2}, {3, 6}, {5, 5}};
        var mean = WindowedPrediction.mean(new Inference.Result(features, logits), new int[] {1, 1, 0}, 2, false);
        assertArrayEquals(new double[] {.4, .3, .3}, TrainedModel.probabilities(mean.outputs()[1]), 1e-6);
        assertArrayEquals(logits[2], mean.outputs()[0], "a single window is left as it is");
        assertArrayEquals(new float[] {2, 4}, mean.features()[1]);
        assertArrayEquals(new float[] {5, 5}, mean.features()[0]);
    }

    @Test
    void aSingleLogitAndSeveralLabelsHaveProbabilitiesOfTheirOwn() {
        var single = WindowedPrediction.mean(
                new Inference.Result(new float[2][0], new float[][] {{odds(.2)}, {odds(.6)}}),
                new int[] {0, 0},
                1,
                false);
        assertEquals(.4, TrainedModel.probabilities(single.outputs()[0])[1], 1e-6);
        var several = WindowedPrediction.mean(
                new Inference.Result(new float[2][0], new float[][] {{odds(.9), odds(.8)}, {odds(.5), odds(.6)}}),
                new int[] {0, 0},
                1,
                true);
        assertArrayEquals(new double[] {.7, .7}, TrainedModel.probabilities(several.outputs()[0], true), 1e-6);
    }

    /** A window without a prediction is not passed over in silence. */
    @Test
    void aWindowWithoutAPredictionLeavesTheRecordingWithoutOne() {
        var mean = WindowedPrediction.mean(
                new Inference.Result(new float[2][0], new float[][] {{Float.NaN, 0}, {1, 0}}),
                new int[] {0, 0},
                1,
                false);
        assertFalse(TrainedModel.isAnswer(mean.outputs()[0]));
    }

    private static float[] logits(double... probabilities) {
        var logits = new float[probabilities.length];
        for (var i = 0; i < logits.length; i++) {
            logits[i] = (float) Math.log(probabilities[i]);
        }
        return logits;
    }

    private static float odds(double probability) {
        return (float) Math.log(probability / (1 - probability));
    }
}
