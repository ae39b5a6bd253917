package org.ecgdistill.model;

import java.io.IOException;
import java.nio.file.Path;
import org.ecgdistill.common.Progress;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Processor;

/** A model that predicts classes of ECGs: one that was trained here, or one that was trained elsewhere. */
public sealed interface EcgModel permits TrainedModel, OnnxModel {

    /** All that is known about the model. */
    Manifest manifest();

    /**
     * The model's output for rows: logits and features.
     *
     * @param inputs as {@link InputForm} prepares them
     * @param processor where networks of PyTorch run
     * @param threads of the processor that are used
     */
    Inference.Result run(float[][] inputs, Processor processor, int threads, Progress progress);

    /** Writes the model completely or not at all: an incomplete file is never read as a model. */
    void write(Path file) throws IOException;

    /** Reads what {@link #write} has written, and checks that network and description agree. */
    static EcgModel read(Path file) {
        return ModelFile.read(file);
    }
}
