package org.ecgdistill.model.pretrained;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ecgdistill.common.Words;
import org.ecgdistill.model.ModelException;

/**
 * Reads a protocol buffer message, field by field, without copying it. Lengths are compared with what is there, and the
 * depth of messages in messages and the number of fields of a file are bounded.
 */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    /** A network of nested loops and branches has some ten. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_TEXT = 1 << 20;

    /** What all messages of a file may have together. */
    private static final class FieldCount {

        /**
         * A large language model has some hundred thousand. Each name takes some hundred bytes of memory, however short
         * it is in the file.
         */
        private static final int MOST_FIELDS = 5_000_000;

        private int fields;
    }

    private final byte[] bytes;
    private final int end;
    private final int depth;
    private final FieldCount budget;
    private int at;
    private int field;
    private int type;

    /** What the current field contains, if it is a sequence of bytes. */
    private int from;

    private int length;

    /** What the current field contains, if it is a number. */
    private long number;

    ProtoReader(byte[] bytes) {
        this(bytes, 0, bytes.length, 0, new FieldCount());
    }

    private ProtoReader(byte[] bytes, int from, int end, int depth, FieldCount budget) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.depth = depth;
        this.budget = budget;
    }

    static ModelException damaged(String what) {
        return new ModelException("This is not an ONNX file, or it is damaged: " + what
                + ". Choose a file that ends in .onnx, or fetch it again.");
    }

    /** Moves to the next field; false at the end of the message. */
    boolean next() {
        if (at == end) {
            return false;
        }
        if (++budget.fields > FieldCount.MOST_FIELDS) {
            throw damaged("it has more than " + Words.count(FieldCount.MOST_FIELDS) + " fields");
        }
        var tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (tag >>> 32 != 0 || field == 0) {
            throw damaged("byte " + at + " does not begin a field");
        }
        switch (type) {
            case VARINT -> number = varint();
            case FIXED_64 -> skip(8);
            case FIXED_32 -> skip(4);
            case LENGTH -> {
                var declared = varint();
                if (declared < 0 || declared > end - at) {
                    throw damaged("a field at byte " + at + " should be " + Long.toUnsignedString(declared)
                            + " bytes long, but " + (end - at) + " are left");
                }
                skip((int) declared);
            }
            default -> throw damaged("the field at byte " + at + " has the unknown type " + type);
        }
        return true;
    }

    private void skip(int count) {
        if (count > end - at) {
            throw damaged("it ends in the middle of a field, at byte " + end);
        }
        from = at;
        length = count;
        at += count;
    }

    /** The number of the current field. */
    int field() {
        return field;
    }

    /** The current field as a whole number. */
    long number() {
        if (type != VARINT) {
            throw damaged("field " + field + " at byte " + from + " should be a number");
        }
        return number;
    }

    /** The current field as a message. */
    ProtoReader message() {
        if (depth == DEEPEST) {
            throw damaged("its messages are nested more than " + DEEPEST + " deep");
        }
        return new ProtoReader(bytes, begin(), from + length, depth + 1, budget);
    }

    /** The current field as a text. */
    String text() {
        if (begin() + LONGEST_TEXT < from + length) {
            throw damaged("a text of " + length + " bytes is longer than " + LONGEST_TEXT);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException ex) {
            throw damaged("the text at byte " + from + " is not UTF-8");
        }
    }

    /** How many bytes the current field contains. */
    int size() {
        begin();
        return length;
    }

    /** How many numbers of a repeated field the current field adds: one, or many that are packed. */
    long count(int bytesOfNumber) {
        if (type != LENGTH) {
            var isExpected = type == (bytesOfNumber == 4 ? FIXED_32 : bytesOfNumber == 8 ? FIXED_64 : VARINT);
            if (!isExpected) {
                throw damaged("field " + field + " at byte " + at + " has numbers of another type");
            }
            return 1;
        }
        if (bytesOfNumber == 0) {
            var packed = packed();
            var count = 0L;
            while (packed.at < packed.end) {
                packed.varint();
                count++;
            }
            return count;
        }
        if (length % bytesOfNumber != 0) {
            throw damaged("the numbers at byte " + from + " take " + length + " bytes, which is no multiple of "
                    + bytesOfNumber);
        }
        return length / bytesOfNumber;
    }

    /** The whole numbers that the current field adds to a repeated field: one, or many that are packed. */
    long[] numbers(int most) {
        if (type == VARINT) {
            return new long[] {number};
        }
        var packed = packed();
        var numbers = new long[Math.min(most, length)];
        var count = 0;
        while (packed.at < packed.end) {
            if (count == numbers.length) {
                throw damaged("the list at byte " + from + " has more than " + most + " numbers");
            }
            numbers[count++] = packed.varint();
        }
        return Arrays.copyOf(numbers, count);
    }

    /** The current field as numbers one after the other. */
    private ProtoReader packed() {
        return new ProtoReader(bytes, begin(), from + length, depth, budget);
    }

    private int begin() {
        if (type != LENGTH) {
            throw damaged("field " + field + " at byte " + at + " should be a sequence of bytes");
        }
        return from;
    }

    private long varint() {
        var value = 0L;
        for (var shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == end) {
                throw damaged("it ends in the middle of a number, at byte " + end);
            }
            var next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged("the number at byte " + at + " is longer than ten bytes");
    }
}
