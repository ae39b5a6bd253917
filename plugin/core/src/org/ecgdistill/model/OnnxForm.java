package org.ecgdistill.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ecgdistill.nn.ModelForm;

/**
 * What a network in an ONNX file reads and gives: [rows, leads, samples] → [rows, classes].
 *
 * @param input its name in the file
 * @param leads of a window
 * @param samples of each lead; 0 if any number will do
 * @param batch the number of rows that the file computes at once; 0 if any number will do
 * @param output its name in the file
 * @param classes of the output; 1 for the second of two classes
 * @param kind what the output's numbers are
 * @param severalLabels whether several classes may apply at once
 * @param embedding the name of an output of features; may be empty
 * @param parameters how many numbers the file contains
 * @param bytes of the file
 */
public record OnnxForm(
        String input,
        int leads,
        int samples,
        int batch,
        String output,
        int classes,
        OutputKind kind,
        boolean severalLabels,
        String embedding,
        long parameters,
        long bytes)
        implements ModelForm {

    /** By how much rounding may move a probability out of its range. */
    private static final double ROUNDING = 1e-4;

    public OnnxForm {
        if (input.isEmpty() || output.isEmpty() || leads < 1 || classes < 1) {
            throw new ModelException("A network from an ONNX file needs an input with leads and an output with classes,"
                    + " but has the input \"" + input + "\" with " + leads + " leads and the output \"" + output
                    + "\" with " + classes + " classes.");
        }
        if (samples < 0 || batch < 0 || parameters < 0 || bytes < 0) {
            throw new ModelException("The sizes of a network from an ONNX file must not be negative, but are " + samples
                    + " samples, " + batch + " rows at once, " + parameters + " parameters and " + bytes + " bytes.");
        }
    }

    /** A network that gives logits of a single label. */
    public static OnnxForm of(String input, int leads, int samples, int batch, String output, int classes) {
        return new OnnxForm(input, leads, samples, batch, output, classes, OutputKind.LOGITS, false, "", 0, 0);
    }

    /** The same with other numbers at its output. */
    public OnnxForm with(OutputKind other, boolean hasSeveralLabels) {
        return new OnnxForm(
                input, leads, samples, batch, output, classes, other, hasSeveralLabels, embedding, parameters, bytes);
    }

    /** The same with an output of features. */
    public OnnxForm withEmbedding(String name) {
        return new OnnxForm(
                input, leads, samples, batch, output, classes, kind, severalLabels, name, parameters, bytes);
    }

    /** The same in a file of this size. */
    public OnnxForm withSize(long numbers, long size) {
        return new OnnxForm(
                input, leads, samples, batch, output, classes, kind, severalLabels, embedding, numbers, size);
    }

    /** The name of the output of features. */
    public Optional<String> features() {
        return embedding.isEmpty() ? Optional.empty() : Optional.of(embedding);
    }

    @Override
    public OptionalInt window() {
        return samples == 0 ? OptionalInt.empty() : OptionalInt.of(samples);
    }

    @Override
    public long parts() {
        return 1;
    }

    @Override
    public OptionalLong multiplyAccumulates(int samplesOfLead) {
        return OptionalLong.empty();
    }

    /** The logits that a row of the output stands for. */
    float[] logits(float[] row) {
        if (kind == OutputKind.LOGITS) {
            return row;
        }
        for (double probability : row) {
            if (probability < -ROUNDING || probability > 1 + ROUNDING) {
                throw new ModelException(
                        "The output \"" + output + "\" should give probabilities from 0 to 1, but gives " + probability
                                + ". Choose that it gives logits.");
            }
        }
        return TrainedModel.logits(row, severalLabels);
    }
}
