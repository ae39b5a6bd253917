package org.ecgdistill.model.pretrained;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
    static final int MOST_NUMBERS = 100_000;

    private static final int MOST_AXES = 64;

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

    /** Reads a ValueInfoProto. */
    static OnnxPort read(ProtoReader value) {
        var name = "";
        var type = 0;
        List<OnnxAxis> shape = List.of();
        while (value.next()) {
            if (value.field() == 1) {
                name = value.text();
            } else if (value.field() == 2) {
                var kind = value.message();
                while (kind.next()) {
                    // Sequences, maps and the like are no arrays.
                    if (kind.field() == 1) {
                        var array = kind.message();
                        while (array.next()) {
                            if (array.field() == 1) {
                                type = (int) Math.min(Integer.MAX_VALUE, Math.max(0, array.number()));
                            } else if (array.field() == 2) {
                                shape = shape(array.message());
                            }
                        }
                    }
                }
            }
        }
        return new OnnxPort(name, type, shape, "");
    }

    private static List<OnnxAxis> shape(ProtoReader shape) {
        var axes = new ArrayList<OnnxAxis>();
        while (shape.next()) {
            if (shape.field() == 1) {
                axes.add(axis(shape.message()));
            }
            if (axes.size() > MOST_AXES) {
                throw ProtoReader.damaged("a shape has more than " + MOST_AXES + " axes");
            }
        }
        return axes;
    }

    private static OnnxAxis axis(ProtoReader axis) {
        var length = OptionalLong.empty();
        var name = "";
        while (axis.next()) {
            if (axis.field() == 1) {
                // Older exporters write −1, or 0, for a length that may be any.
                length = axis.number() > 0 ? OptionalLong.of(axis.number()) : OptionalLong.empty();
            } else if (axis.field() == 2) {
                name = axis.text();
            }
        }
        return new OnnxAxis(length, name);
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
