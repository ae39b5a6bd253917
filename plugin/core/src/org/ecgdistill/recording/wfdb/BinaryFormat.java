package org.ecgdistill.recording.wfdb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The uncompressed formats of signal files, each by its number in signal(5). A file is a row of groups of a few bytes that
 * hold a few samples each; the samples of all signals take turns.
 */
enum BinaryFormat {
    /** First differences of one byte; {@link DifferenceFrames} adds them up. */
    FORMAT_8(8, Format.NONE_MISSING, 1, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = bytes[at + i];
            }
        }
    },
    FORMAT_16(16, Short.MIN_VALUE, 2, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = (short) Format.LITTLE_SHORT.get(bytes, at + 2 * i);
            }
        }
    },
    FORMAT_24(24, -1 << 23, 3, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = (int) Format.LITTLE_INT.get(bytes, at + 3 * i) << 8 >> 8;
            }
        }
    },
    FORMAT_32(32, Integer.MIN_VALUE, 4, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = (int) Format.LITTLE_INT.get(bytes, at + 4 * i);
            }
        }
    },
    FORMAT_61(61, Short.MIN_VALUE, 2, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = (short) Format.BIG_SHORT.get(bytes, at + 2 * i);
            }
        }
    },
    /** Offset binary. */
    FORMAT_80(80, Byte.MIN_VALUE, 1, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = (bytes[at + i] & 0xFF) - 128;
            }
        }
    },
    /** Offset binary. */
    FORMAT_160(160, Short.MIN_VALUE, 2, 0) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                samples[i] = ((short) Format.LITTLE_SHORT.get(bytes, at + 2 * i) & 0xFFFF) - 32768;
            }
        }
    },
    /** Two samples of 12 bits in three bytes; the middle byte holds the upper bits of both. */
    FORMAT_212(212, -2048, 3, 0, 2) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                var group = (int) Format.LITTLE_INT.get(bytes, at + 3 * i);
                samples[2 * i] = group << 20 >> 20;
                samples[2 * i + 1] = (group >>> 16 & 0xFF | group >>> 4 & 0xF00) << 20 >> 20;
            }
        }
    },
    /** Three samples of 10 bits in two words of 16; the third is spread over the upper bits of both words. */
    FORMAT_310(310, -512, 4, 0, 2, 4) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                var group = (int) Format.LITTLE_INT.get(bytes, at + 4 * i);
                samples[3 * i] = group << 21 >> 22;
                samples[3 * i + 1] = group << 5 >> 22;
                samples[3 * i + 2] = (group >>> 11 & 0x1F | group >>> 22 & 0x3E0) << 22 >> 22;
            }
        }
    },
    /** Three samples of 10 bits in one word of 32. */
    FORMAT_311(311, -512, 4, 0, 2, 3) {
        @Override
        void decodeGroups(byte[] bytes, int at, int[] samples, int groups) {
            for (var i = 0; i < groups; i++) {
                var group = (int) Format.LITTLE_INT.get(bytes, at + 4 * i);
                samples[3 * i] = group << 22 >> 22;
                samples[3 * i + 1] = group << 12 >> 22;
                samples[3 * i + 2] = group << 2 >> 22;
            }
        }
    };

    /** Bytes that a decoder may read beyond the last group. */
    static final int PADDING = 4;

    private final int number;
    private final int missing;
    private final int groupBytes;
    private final int[] tailBytes;

    /** @param tailBytes how many bytes hold 0, 1, … samples of a group that is cut off */
    BinaryFormat(int number, int missing, int groupBytes, int... tailBytes) {
        this.number = number;
        this.missing = missing;
        this.groupBytes = groupBytes;
        this.tailBytes = tailBytes;
    }

    static Optional<BinaryFormat> numbered(int number) {
        return Arrays.stream(values()).filter(format -> format.number == number).findFirst();
    }

    /** The stored value that stands for a missing sample. */
    int missing() {
        return missing;
    }

    int groupBytes() {
        return groupBytes;
    }

    int groupSamples() {
        return tailBytes.length;
    }

    /** The number of bytes that hold this many samples. */
    int bytes(int samples) {
        return samples / groupSamples() * groupBytes + tailBytes[samples % groupSamples()];
    }

    /** The number of samples that this many bytes hold. */
    long samples(long bytes) {
        var rest = (int) (bytes % groupBytes);
        var inTail = tailBytes.length - 1;
        while (tailBytes[inTail] > rest) {
            inTail--;
        }
        return bytes / groupBytes * groupSamples() + inTail;
    }

    /**
     * Decodes from the beginning of a group. The arrays have room for whole groups, the first for {@link #PADDING} more.
     *
     * @param at where the group begins
     */
    void decode(byte[] bytes, int at, int[] samples, int count) {
        decodeGroups(bytes, at, samples, (count + groupSamples() - 1) / groupSamples());
    }

    abstract void decodeGroups(byte[] bytes, int at, int[] samples, int groups);

    /** Constants that an enumeration's own constructor calls may not reach. */
    private static final class Format {
        /** No sample has this value: the sums of differences stay far below it. */
        private static final int NONE_MISSING = Integer.MIN_VALUE;

        private static final VarHandle LITTLE_SHORT =
                MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle BIG_SHORT =
                MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
        private static final VarHandle LITTLE_INT =
                MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    }
}
