package org.ecgdistill.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Cnn1d;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.nn.Weights;
import org.junit.jupiter.api.Test;

class PredictionsTest {

    private static final int ROWS = 300;

    @Test
    void doNotDependOnHowManyWindowsAreComputedTogether() {
        var model = model(2);
        var windows = windows(ROWS);
        var whole = model.run(windows, Processor.CPU, 1, Progress.NONE).outputs();
        var predictions = new Predictions(model, Processor.CPU, 1, Progress.NONE, 128L * 64);
        for (var window : windows) {
            predictions.add(List.of(window));
        }
        var logits = predictions.finish().logits();
        assertEquals(ROWS, logits.size());
        for (var row = 0; row < ROWS; row++) {
            assertArrayEquals(whole[row], logits.get(row), "row " + row);
        }
    }

    @Test
    void ofSeveralWindowsAreTheMeanOfTheirProbabilities() {
        for (var classes : List.of(1, 2)) {
            var model = model(classes);
            var windows = windows(ROWS);
            var result = model.run(windows, Processor.CPU, 1, Progress.NONE);
            var predictions = new Predictions(model, Processor.CPU, 1, Progress.NONE, 128L * 64);
            var first = new int[ROWS + 1];
            var recordings = 0;
            for (var from = 0; from < ROWS; from += 1 + recordings % 5, recordings++) {
                var to = Math.min(ROWS, from + 1 + recordings % 5);
                predictions.add(List.of(windows).subList(from, to));
                first[recordings] = from;
                first[recordings + 1] = to;
            }
            predictions.finish();
            assertEquals(recordings, predictions.logits().size());
            for (var recording = 0; recording < recordings; recording++) {
                var rows =
                        IntStream.range(first[recording], first[recording + 1]).toArray();
                var expected = IntStream.of(rows)
                        .mapToDouble(row -> TrainedModel.probabilities(result.outputs()[row])[1])
                        .average()
                        .orElseThrow();
                var found = TrainedModel.probabilities(predictions.logits().get(recording))[1];
                assertEquals(expected, found, 1e-6);
                var feature = IntStream.of(rows)
                        .mapToDouble(row -> result.features()[row][0])
                        .average()
                        .orElseThrow();
                assertEquals(feature, predictions.features().get(recording)[0], 1e-5);
            }
        }
    }

    @Test
    void ofNoRecordingsAreEmpty() {
        assertEquals(
                List.of(),
                new Predictions(model(1), Processor.CPU, 1, Progress.NONE)
                        .finish()
                        .logits());
    }

    private static TrainedModel model(int classes) {
        var form = Cnn1d.Form.standard(1, classes);
        return new TrainedModel(TestManifests.student(Architecture.of(form)), Weights.random(form.network(), 3));
    }

    private static float[][] windows(int count) {
        var random = new SplittableRandom(5);
        var windows = new float[count][128];
        for (var window : windows) {
            for (var i = 0; i < window.length; i++) {
                window[i] = (float) random.nextDouble(-1, 1);
            }
        }
        return windows;
    }
}
