package org.ecgdistill.osgi;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecgdistill.runner.launch.Knime;

/**
 * Every node of the plug-in and what it needs to run. A new node is a line here. It is then tested with empty tables,
 * missing values, columns of other types and cancel, its settings and output columns are watched, and it needs a
 * workflow of its own below {@code tests/workflows/nodes}.
 */
enum OwnNode {
    ECG_GENERATOR("generator.EcgGenerator", Map.of("subjects", 2, "duration", 2.0), Map.of("subjects", 100_000)),
    ECG_READER("reader.EcgReader", Map.of("folder", RecordingFiles.small()), Map.of()),
    ECG_SEGMENTER("segmenter.EcgSegmenter", Map.of(), Map.of(), Feed.RECORDS, Feed.ANNOTATIONS),
    WAVELET_DENOISER("denoiser.WaveletDenoiser", Map.of(), Map.of(), Feed.RECORDS),
    FOLD_ASSIGNER("folds.FoldAssigner", Map.of("folds", 2), Map.of(), Feed.RECORDS),
    ECGFOUNDER_LEARNER(
            "founder.EcgFounderLearner",
            Map.of("training/epochs", 1),
            Map.of("training/epochs", 100_000),
            Feed.EXAMPLES),
    KD_STUDENT_LEARNER(
            "student.KdStudentLearner",
            Map.of("training/epochs", 1, "network/kind", "CNN"),
            Map.of("training/epochs", 100_000),
            Feed.TAUGHT),
    VQC_LEARNER(
            "vqc.VqcLearner",
            Map.of("training/epochs", 1, "stages/autoencoderEpochs", 1, "circuit/qubits", 3),
            Map.of("training/epochs", 100_000),
            Feed.TAUGHT),
    ECG_MODEL_ONNX_WRITER("onnx.OnnxWriter", Map.of("precision", "BYTES"), Map.of(), Feed.STUDENT, Feed.EXAMPLES),
    ECG_MODEL_ONNX_READER(
            "pretrained.OnnxReader",
            Map.of("file", pretrained(), "input/rate", 500.0, "classes", "sinus, avb, paced, a, bbb, b"),
            Map.of()),
    ECG_MODEL_PREDICTOR("predictor.EcgModelPredictor", Map.of("name", "again"), Map.of(), Feed.MODEL, Feed.EXAMPLES),
    CV_SCORER("scorer.CvScorer", Map.of("resamples", 50), Map.of("resamples", 1_000_000), Feed.PREDICTIONS);

    private final String name;
    private final Map<String, Object> small;
    private final Map<String, Object> busy;
    private final List<Feed> feeds;

    /**
     * @param name the factory's class below the room {@code knime}, without {@code NodeFactory}
     * @param small the settings that make it short
     * @param busy the settings that make it last minutes; none if it never does
     * @param feeds what is connected to its inputs, in order
     */
    OwnNode(String name, Map<String, Object> small, Map<String, Object> busy, Feed... feeds) {
        this.name = name;
        this.small = small;
        this.busy = busy;
        this.feeds = List.of(feeds);
    }

    /** The network that the demonstration uses. */
    static Path pretrained() {
        return TestPlatform.root().resolve("tests/workflows/demo/data/openecg/openecg-rhythm.onnx");
    }

    String factory() {
        return "org.ecgdistill.knime." + name + "NodeFactory";
    }

    Map<String, Object> small() {
        return small;
    }

    Optional<Map<String, Object>> busy() {
        return Optional.of(busy).filter(settings -> !settings.isEmpty());
    }

    List<Feed> feeds() {
        return feeds;
    }

    /** The inputs that are tables. */
    Stream<Feed> tables() {
        return feeds.stream().filter(Feed::isTable);
    }

    /** A learner cannot do without rows; any other node can. */
    boolean isLearner() {
        return Knime.get().describe(factory()).type().equals("Learner");
    }

    /** As the node repository names it. */
    String title() {
        return Knime.get().describe(factory()).name();
    }

    /** The title as the name of a file or folder. */
    String fileName() {
        return title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
