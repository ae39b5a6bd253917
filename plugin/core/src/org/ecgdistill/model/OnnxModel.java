package org.ecgdistill.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.pretrained.OnnxLatency;
import org.ecgdistill.model.pretrained.OnnxSession;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;

/** A network that was trained elsewhere and read from an ONNX file, with its description. It can only predict. */
public final class OnnxModel implements EcgModel {

    private final Manifest manifest;
    private final byte[] network;

    /**
     * @param manifest with an {@link OnnxForm}
     * @param network the content of the ONNX file, which has been checked
     */
    public OnnxModel(Manifest manifest, byte[] network) {
        this.manifest = manifest;
        this.network = network.clone();
        if (!(manifest.architecture().form() instanceof OnnxForm)) {
            throw new ModelException("The description of a network from an ONNX file is of a "
                    + manifest.architecture().type() + ". Read the ONNX file again.");
        }
        var rows = Math.max(1, form().batch());
        var samples = (long) form().leads() * manifest.input().samples();
        if (rows > InputForm.MOST_SAMPLES / samples) {
            throw new ModelException("The network takes " + Words.count(rows, "row", "rows") + " of "
                    + Words.count(samples, "sample", "samples") + " at once, but at most "
                    + Words.count(InputForm.MOST_SAMPLES)
                    + " samples are computed at once. Set shorter windows or choose"
                    + " another network.");
        }
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    /** What the model's network reads and gives. */
    public OnnxForm form() {
        return (OnnxForm) manifest.architecture().form();
    }

    @Override
    public Inference.Result run(float[][] inputs, Processor processor, int threads, Progress progress) {
        var form = form();
        var result = OnnxSession.run(network, form, manifest.input().samples(), inputs, threads, progress);
        return new Inference.Result(
                result.features(), Stream.of(result.outputs()).map(form::logits).toArray(float[][]::new));
    }

    /**
     * How long a single window takes, in milliseconds on one thread.
     *
     * @param progress is asked whether to go on; its fraction is not reported
     */
    public double latency(float[] window, Progress progress) {
        return OnnxLatency.milliseconds(network, form(), window, progress);
    }

    @Override
    public void write(Path file) throws IOException {
        ModelFile.write(file, manifest, ModelFile.NETWORK, out -> out.write(network));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OnnxModel model
                && manifest.equals(model.manifest)
                && Arrays.equals(network, model.network);
    }

    @Override
    public int hashCode() {
        return 31 * manifest.hashCode() + Arrays.hashCode(network);
    }
}
