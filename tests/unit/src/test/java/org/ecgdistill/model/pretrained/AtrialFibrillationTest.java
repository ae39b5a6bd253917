package org.ecgdistill.model.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.model.WindowedPrediction;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * OpenECG's rhythm network on PhysioNet's challenge of 2017, whose recordings are new to it. The expected areas are those
 * of {@code peers/peer_teacher.py} (windows of ten seconds, SciPy's resample_poly and rankdata, ONNX Runtime for Python,
 * scikit-learn), for all recordings and for the first 100 of the same order.
 */
@Tag("data")
class AtrialFibrillationTest {

    private static final int FIBRILLATION = 3;
    private static final double TOLERANCE = 0.002;

    private record Recorded(Path header, boolean isFibrillation) {}

    @Test
    void aHundredRecordings() throws IOException {
        check(100, 0.94081, 0.93676);
    }

    @Test
    @Tag("slow")
    void allRecordings() throws IOException {
        check(700, 0.94731, 0.96141);
    }

    private static void check(int count, double ofWindows, double ofRecordings) throws IOException {
        var model = OpenEcgTest.model(
                Shared.data("models").resolve("openecg-rhythm.onnx"),
                List.of("sinus", "avb", "paced", "afib", "bbb", "ventricular"));
        var recorded = recorded(count);
        var windows = new ArrayList<float[]>();
        var ofWindow = new ArrayList<Integer>();
        for (var number = 0; number < recorded.size(); number++) {
            var signal = Wfdb.open(recorded.get(number).header())
                    .read(List.of(0), TimeRange.ALL, Progress.NONE)
                    .get(0);
            for (var window :
                    model.manifest().input().windows("recording " + number, new double[][] {signal.samples()}, 300)) {
                windows.add(window);
                ofWindow.add(number);
            }
        }
        var result = model.run(windows.toArray(float[][]::new), Processor.CPU, 2, Progress.NONE);
        var recordings = ofWindow.stream().mapToInt(number -> number).toArray();
        var labels = recorded.stream().map(Recorded::isFibrillation).toList();
        assertEquals(ofWindows, auroc(result, ofWindow.stream().map(labels::get).toList()), TOLERANCE);
        var whole = WindowedPrediction.mean(result, recordings, recorded.size(), false);
        assertEquals(ofRecordings, auroc(whole, labels), TOLERANCE);
    }

    private static List<Recorded> recorded(int count) throws IOException {
        var folder = Shared.data("cinc2017");
        return Files.readAllLines(folder.resolve("REFERENCE.csv")).stream()
                .sorted()
                .limit(count)
                .map(line -> line.split(","))
                .map(fields -> new Recorded(folder.resolve(fields[0] + ".hea"), fields[1].equals("A")))
                .toList();
    }

    /** The share of pairs of a recording with and one without that are in the right order. */
    private static double auroc(Inference.Result result, List<Boolean> isFibrillation) {
        var right = 0.0;
        var pairs = 0L;
        for (var with = 0; with < isFibrillation.size(); with++) {
            for (var without = 0; without < isFibrillation.size(); without++) {
                if (isFibrillation.get(with) && !isFibrillation.get(without)) {
                    var larger = probability(result, with);
                    var smaller = probability(result, without);
                    right += larger > smaller ? 1 : larger == smaller ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    private static double probability(Inference.Result result, int row) {
        // The logits are logarithms of probabilities.
        return result.outputs()[row][FIBRILLATION];
    }
}
