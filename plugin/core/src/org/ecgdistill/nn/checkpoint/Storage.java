package org.ecgdistill.nn.checkpoint;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;

/** The kinds of numbers in a checkpoint: how many bytes each takes and how it becomes a float. */
enum Storage {
    DOUBLE(8, buffer -> (float) buffer.getDouble()),
    FLOAT(4, ByteBuffer::getFloat),
    HALF(2, buffer -> half(buffer.getShort())),
    BFLOAT16(2, buffer -> Float.intBitsToFloat(buffer.getShort() << 16)),
    LONG(8, buffer -> (float) buffer.getLong()),
    INT(4, buffer -> (float) buffer.getInt()),
    SHORT(2, buffer -> (float) buffer.getShort()),
    CHAR(1, buffer -> (float) buffer.get()),
    BYTE(1, buffer -> (float) (buffer.get() & 0xff)),
    BOOL(1, buffer -> buffer.get() == 0 ? 0f : 1f);

    private static final Map<String, Storage> BY_TORCH_NAME = Map.of(
            "torch.DoubleStorage", DOUBLE,
            "torch.FloatStorage", FLOAT,
            "torch.HalfStorage", HALF,
            "torch.BFloat16Storage", BFLOAT16,
            "torch.LongStorage", LONG,
            "torch.IntStorage", INT,
            "torch.ShortStorage", SHORT,
            "torch.CharStorage", CHAR,
            "torch.ByteStorage", BYTE,
            "torch.BoolStorage", BOOL);
    private static final Map<String, Storage> BY_SAFETENSORS_NAME = Map.of(
            "F64", DOUBLE,
            "F32", FLOAT,
            "F16", HALF,
            "BF16", BFLOAT16,
            "I64", LONG,
            "I32", INT,
            "I16", SHORT,
            "I8", CHAR,
            "U8", BYTE,
            "BOOL", BOOL);

    private final int bytes;
    private final Function<ByteBuffer, Float> next;

    Storage(int bytes, Function<ByteBuffer, Float> next) {
        this.bytes = bytes;
        this.next = next;
    }

    /** The kind that PyTorch calls so, or null. */
    static Storage ofTorch(String name) {
        return BY_TORCH_NAME.get(name);
    }

    /** The kind that safetensors calls so, or null. */
    static Storage ofSafetensors(String name) {
        return BY_SAFETENSORS_NAME.get(name);
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
