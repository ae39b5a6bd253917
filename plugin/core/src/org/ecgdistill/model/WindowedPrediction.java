package org.ecgdistill.model;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.nn.Inference;

/** What a model predicts for recordings, from its predictions for their windows: the mean of the probabilities. */
public final class WindowedPrediction {

    private WindowedPrediction() {}

    /**
     * The logits and features of recordings. The logits are those of the windows' mean probabilities, the features are
     * the windows' mean.
     *
     * @param windows what the model computes for each window
     * @param recordingOfWindow the number of the recording that each window was cut from, from 0 on; each recording has
     *     a window
     * @param recordings how many there are
     * @param hasSeveralLabels see {@link Manifest#hasSeveralLabels}
     */
    public static Inference.Result mean(
            Inference.Result windows, int[] recordingOfWindow, int recordings, boolean hasSeveralLabels) {
        var ofRecording = new ArrayList<List<Integer>>();
        for (var recording = 0; recording < recordings; recording++) {
            ofRecording.add(new ArrayList<>());
        }
        for (var window = 0; window < recordingOfWindow.length; window++) {
            ofRecording.get(recordingOfWindow[window]).add(window);
        }
        var features = new float[recordings][];
        var outputs = new float[recordings][];
        for (var recording = 0; recording < recordings; recording++) {
            var logits = rows(windows.outputs(), ofRecording.get(recording));
            outputs[recording] = hasSeveralLabels ? Ensemble.meanOfLabels(logits) : Ensemble.mean(logits);
            features[recording] = Ensemble.plainMean(rows(windows.features(), ofRecording.get(recording)));
        }
        return new Inference.Result(features, outputs);
    }

    private static List<float[]> rows(float[][] table, List<Integer> numbers) {
        return numbers.stream().map(number -> table[number]).toList();
    }
}
