package org.ecgdistill.model.pretrained;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * An input or output of a network in an ONNX file.
 *
 * @param name in the file
 * @param type of its numbers, by its number in {@code onnx.proto}; 0 if it is not an array
 * @param shape its axes; empty if the file does not give them
 * @param source the operator that computes it; empty for an input
 */
public record OnnxPort(String name, int type, List<OnnxAxis> shape, String source) {

    private static final int FLOAT = 1;

    /** Of a row of an output. */
    private static final int MOST_NUMBERS = 100_000;

    private static final List<String> TYPES = List.of(
            "no array",
            "float32",
            "uint8",
            "int8",
            "uint16",
            "int16",
            "int32",
            "int64",
            "text",
            "boolean",
            "float16",
            "float64",
            "uint32",
            "uint64",
            "complex64",
            "complex128",
            "bfloat16");

    public OnnxPort {
        shape = List.copyOf(shape);
    }

    boolean isFloat() {
        return type == FLOAT;
    }

    /** Whether it has one row of numbers for each of the network's rows. */
    boolean isTable(OptionalInt batch) {
        return isFloat()
                && shape.size() == 2
                && (batch.isEmpty() || shape.get(0).fits(batch.getAsInt()))
                && shape.get(1).length().orElse(1) <= MOST_NUMBERS;
    }

    /** Whether its name contains a word. */
    boolean says(String word) {
        return name.toLowerCase(Locale.ROOT).contains(word);
    }

    /** Whether its name is that of features and not of classes. */
    boolean isLikelyFeatures() {
        return says("embed") || says("feature") || says("latent");
    }

    /** For messages: name, type and shape. */
    @Override
    public String toString() {
        var typeName = type < TYPES.size() ? TYPES.get(type) : "type " + type;
        return "\"" + name + "\" (" + typeName + " " + shape + ")";
    }
}
