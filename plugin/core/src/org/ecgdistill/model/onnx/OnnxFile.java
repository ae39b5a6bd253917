package org.ecgdistill.model.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.common.WholeFile;
import org.ecgdistill.model.TrainedModel;

/**
 * Writes a student as an ONNX file. Its input "signal" is (rows, leads, samples), its outputs are "logits" and
 * "probabilities": of the second class alone where there are two, otherwise of each.
 */
public final class OnnxFile {

    /** The oldest operator set with a layer normalisation, so that old runtimes read the file too. */
    private static final int OPERATORS = 17;

    private static final int FORMAT = 8;

    private OnnxFile() {}

    /** The model as it was trained. */
    public static void write(TrainedModel model, Path file) throws IOException {
        write(bytes(model), file);
    }

    /** The model with its weights as bytes. */
    public static void write(TrainedModel model, Quantised quantised, Path file) throws IOException {
        write(bytes(model, quantised), file);
    }

    /** Writes what {@link #bytes} returned. */
    public static void write(byte[] content, Path file) throws IOException {
        WholeFile.write(file, out -> out.write(content));
    }

    /** The file's content: the same for the same model, whenever it was trained and however long that took. */
    public static byte[] bytes(TrainedModel model) {
        return bytes(model, Quantised.NOTHING);
    }

    /** The content of a file with its weights as bytes. */
    public static byte[] bytes(TrainedModel model, Quantised quantised) {
        var manifest = model.manifest();
        var graph = new Graph(model.weights().tensors(), quantised.bytes());
        var logits = new NetworkGraph(graph).logits(manifest.architecture(), "signal", "logits");
        if (manifest.isSingleLogit()) {
            graph.add("Sigmoid", "probabilities", List.of(logits));
        } else {
            graph.add("Softmax", "probabilities", List.of(logits), Graph.one("axis", 1));
        }
        var width = manifest.architecture().logits();
        var finished = graph.finish(
                manifest.name(),
                List.of(Graph.port(
                        "signal",
                        manifest.input().leads().size(),
                        manifest.input().samples())),
                List.of(Graph.port("logits", width), Graph.port("probabilities", width)));
        return new Message()
                .number(1, FORMAT)
                .text(2, "ECG Distill")
                .message(7, finished)
                .message(8, new Message().text(1, "").number(2, OPERATORS))
                .message(
                        14,
                        new Message()
                                .text(1, "ecgdistill.manifest")
                                .text(2, manifest.withoutTimes().toJson()))
                .toBytes();
    }
}
