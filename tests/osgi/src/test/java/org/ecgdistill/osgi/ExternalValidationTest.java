package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models learn from one set of recordings, predict another, and are scored there: all nodes with their defaults. */
class ExternalValidationTest {

    /** The records of DS1 (de Chazal et al. 2004); DS2 is not given to developers. */
    private static final List<String> DS1 = List.of(
            "101", "106", "108", "109", "112", "114", "115", "116", "118", "119", "122", "124", "201", "203", "205",
            "207", "208", "209", "215", "220", "223", "230");

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    @TempDir
    Path folder;

    private Node beats(Path recordings) {
        var reader = workflow.add(OwnNode.ECG_READER.factory())
                .set("folder", recordings.toString())
                .set("end", 60);
        return workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(reader, 1).from(reader, 2);
    }

    /** Learns from the first beats and scores the second; gives back the scorer. */
    private List<Node> chain(Node learn, Node test) {
        var learner = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(learn);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(learner, 2)
                .from(test);
        return List.of(
                learner, predictor, workflow.add(OwnNode.CV_SCORER.factory()).from(predictor));
    }

    /** The ECG Reader gives its records a column of folds and leaves it empty. */
    @Test
    void recordingsFromFilesAreLearntFromAndPredictedWithDefaults() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        var peaks = IntStream.range(0, 13).map(beat -> 200 + 280 * beat).toArray();
        for (var name : List.of("q1", "q2")) {
            var signal = new double[4_000];
            var codes = new int[peaks.length];
            for (var beat = 0; beat < peaks.length; beat++) {
                codes[beat] = beat % 4 == 1 ? RecordingFiles.VENTRICULAR : RecordingFiles.NORMAL;
                var width = codes[beat] == RecordingFiles.VENTRICULAR ? 17 : 7;
                for (var i = peaks[beat] - 60; i < peaks[beat] + 60; i++) {
                    signal[i] += Math.exp(-Math.pow((double) (i - peaks[beat]) / width, 2));
                }
            }
            RecordingFiles.wfdb(other, name, 360, new String[] {"MLII"}, signal);
            RecordingFiles.annotations(other, name, peaks, codes);
        }
        var test = beats(other);
        var nodes = chain(beats(RecordingFiles.beats()), test);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var predicted = run.table(nodes.get(1), 1);
            assertEquals(run.table(test, 1).rowCount(), predicted.rowCount());
            assertEquals(
                    Collections.nCopies(predicted.rowCount(), null),
                    predicted.column("Fold").values(),
                    "the reader's folds are empty");
            for (var node : List.of(nodes.get(0), nodes.get(2))) {
                var warning = run.node(node).warning();
                assertTrue(warning.contains("The column \"Fold\" holds no value in any row"), warning);
            }
            assertTrue(
                    (Double) run.table(nodes.get(2), 1).get("AUROC", 0) > 0.9, "wide beats are told from narrow ones");
        }
    }

    /** Half of DS1 is learnt from and the other half predicted: as DS1 and DS2 in the literature, on what is at hand. */
    @Test
    @Tag("data")
    void halfOfDs1IsLearntFromAndTheOtherHalfPredictedWithDefaults() throws IOException {
        var data = TestPlatform.data("mitdb");
        var halves =
                List.of(Files.createDirectory(folder.resolve("learn")), Files.createDirectory(folder.resolve("test")));
        for (var i = 0; i < DS1.size(); i++) {
            for (var ending : List.of(".hea", ".dat", ".atr")) {
                var name = DS1.get(i) + ending;
                Files.copy(data.resolve(name), halves.get(i % 2).resolve(name));
            }
        }
        var learn = beats(halves.get(0));
        var test = beats(halves.get(1));
        var nodes = chain(learn, test);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var predicted = run.table(nodes.get(1), 1);
            var persons = predicted.column("Subject").counts().keySet();
            assertEquals(11, persons.size());
            assertTrue(Collections.disjoint(
                    persons, run.table(learn, 1).column("Subject").counts().keySet()));
            var probabilities =
                    predicted.column("P (Class=abnormal) (ECGFounder)").doubles();
            assertTrue(probabilities.length > 500, "about seventy beats of each of eleven records");
            assertFalse(Arrays.stream(probabilities).anyMatch(Double::isNaN));
            var summary = run.table(nodes.get(2), 1);
            assertEquals(List.of("ECGFounder"), summary.column("Model").strings());
            var auroc = (Double) summary.get("AUROC", 0);
            assertTrue(auroc > (Double) summary.get("AUROC (low)", 0), "an interval over persons");
            assertTrue(auroc > 0.5, "better than chance on persons that it has not seen, not " + auroc);
            assertEquals(0, run.table(nodes.get(2), 2).rowCount(), "no folds");
        }
    }
}
