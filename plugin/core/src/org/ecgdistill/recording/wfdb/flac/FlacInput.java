package org.ecgdistill.recording.wfdb.flac;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The bits of a FLAC file, highest first, with the checks (RFC 9639, section 9.1.8 and 9.3) of what was read. */
final class FlacInput {

    private static final int[] CRC16 = crcTable(0x8005, 16);
    private static final int[] CRC8 = crcTable(0x07, 8);

    private final SeekableByteChannel channel;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int held;
    private long bufferStart;
    private long bits;
    private int bitCount;
    private int crc16;
    private int crc8;

    FlacInput(SeekableByteChannel channel) {
        this.channel = channel;
    }

    private static int[] crcTable(int polynomial, int width) {
        var table = new int[256];
        for (var i = 0; i < 256; i++) {
            var value = i << (width - 8);
            for (var bit = 0; bit < 8; bit++) {
                value = value << 1 ^ ((value >>> (width - 1) & 1) == 0 ? 0 : polynomial);
            }
            table[i] = value & ((1 << width) - 1);
        }
        return table;
    }

    void seek(long position) throws IOException {
        bits = 0;
        bitCount = 0;
        if (position >= bufferStart && position <= bufferStart + held) {
            next = (int) (position - bufferStart);
            return;
        }
        channel.position(position);
        bufferStart = position;
        next = 0;
        held = 0;
    }

    /** The next byte's place in the file; on a byte's boundary only. */
    long position() {
        return bufferStart + next;
    }

    void startChecks() {
        crc16 = 0;
        crc8 = 0;
    }

    int crc16() {
        return crc16;
    }

    int crc8() {
        return crc8;
    }

    private int nextByte() throws IOException {
        if (next == held) {
            bufferStart += held;
            next = 0;
            held = channel.read(ByteBuffer.wrap(buffer));
            if (held <= 0) {
                held = 0;
                throw new EOFException();
            }
        }
        var value = buffer[next++] & 0xFF;
        crc16 = (crc16 << 8 ^ CRC16[crc16 >>> 8 ^ value]) & 0xFFFF;
        crc8 = CRC8[crc8 ^ value];
        return value;
    }

    /** Up to 32 bits without a sign. Never takes a byte before one of its bits is wanted, so that checks end on time. */
    long unsigned(int count) throws IOException {
        while (bitCount < count) {
            bits = bits << 8 | nextByte();
            bitCount += 8;
        }
        bitCount -= count;
        return bits >>> bitCount & (1L << count) - 1;
    }

    /** Up to 33 bits with a sign. */
    long signed(int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        var value = unsigned(count);
        return value << (64 - count) >> (64 - count);
    }

    /** How many zeros come before the next one. */
    int unary() throws IOException {
        var zeros = 0;
        while (true) {
            if (bitCount == 0) {
                bits = nextByte();
                bitCount = 8;
            }
            var rest = bits & (1L << bitCount) - 1;
            if (rest == 0) {
                zeros += bitCount;
                bitCount = 0;
            } else {
                var leading = Long.numberOfLeadingZeros(rest) - (64 - bitCount);
                bitCount -= leading + 1;
                return zeros + leading;
            }
        }
    }

    void alignToByte() {
        bitCount = 0;
    }
}
