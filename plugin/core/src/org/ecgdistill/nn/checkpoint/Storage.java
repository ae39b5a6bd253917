package org.ecgdistill.nn.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of numbers in a checkpoint: how many bytes each takes and how it becomes a float. */
enum Storage {
    DOUBLE("Double", "F64", 8, buffer -> (float) buffer.getDouble()),
    FLOAT("Float", "F32", 4, ByteBuffer::getFloat),
    HALF("Half", "F16", 2, buffer -> half(buffer.getShort())),
    BFLOAT16("BFloat16", "BF16", 2, buffer -> Float.intBitsToFloat(buffer.getShort() << 16)),
    LONG("Long", "I64", 8, buffer -> (float) buffer.getLong()),
    INT("Int", "I32", 4, buffer -> (float) buffer.getInt()),
    SHORT("Short", "I16", 2, buffer -> (float) buffer.getShort()),
    CHAR("Char", "I8", 1, buffer -> (float) buffer.get()),
    BYTE("Byte", "U8", 1, buffer -> (float) (buffer.get() & 0xff)),
    BOOL("Bool", "BOOL", 1, buffer -> buffer.get() == 0 ? 0f : 1f);

    private final String torchName;
    private final String safetensorsName;
    private final int bytes;
    private final Function<ByteBuffer, Float> next;

    Storage(String torchName, String safetensorsName, int bytes, Function<ByteBuffer, Float> next) {
        this.torchName = "torch." + torchName + "Storage";
        this.safetensorsName = safetensorsName;
        this.bytes = bytes;
        this.next = next;
    }

    /** The kind of this name in PyTorch. */
    static Optional<Storage> ofTorch(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.torchName.equals(name))
                .findFirst();
    }

    /** The kind of this name in safetensors. */
    static Optional<Storage> ofSafetensors(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.safetensorsName.equals(name))
                .findFirst();
    }

    int bytes() {
        return bytes;
    }

    /** All numbers of a buffer, in its byte order. */
    float[] read(ByteBuffer buffer) {
        var values = new float[buffer.remaining() / bytes];
        read(buffer, values, 0);
        return values;
    }

    /** Appends the numbers of a buffer from the given place on; returns how many there were. */
    int read(ByteBuffer buffer, float[] values, int from) {
        var count = buffer.remaining() / bytes;
        if (this == FLOAT) {
            buffer.asFloatBuffer().get(values, from, count);
        } else {
            for (var i = 0; i < count; i++) {
                values[from + i] = next.apply(buffer);
            }
        }
        return count;
    }

    /** IEEE 754 half precision. */
    private static float half(short bits) {
        var exponent = bits >> 10 & 0x1f;
        var fraction = bits & 0x3ff;
        double magnitude;
        if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((double) fraction, -24);
        } else {
            magnitude = Math.scalb(1.0 + fraction / 1024.0, exponent - 15);
        }
        return (float) (bits < 0 ? -magnitude : magnitude);
    }
}
