package org.ecgdistill.model.pretrained;

import java.util.OptionalLong;

/**
 * One axis of an array in an ONNX file.
 *
 * @param length empty if it may be any
 * @param name of a length that may be any; may be empty
 */
public record OnnxAxis(OptionalLong length, String name) {

    /** Whether arrays of this length fit. */
    boolean fits(long wanted) {
        return length.isEmpty() || length.getAsLong() == wanted;
    }

    @Override
    public String toString() {
        return length.isPresent() ? Long.toString(length.getAsLong()) : name.isEmpty() ? "?" : name;
    }
}
