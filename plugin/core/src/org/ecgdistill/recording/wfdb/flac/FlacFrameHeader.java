package org.ecgdistill.recording.wfdb.flac;

import java.io.IOException;

/**
 * The beginning of a FLAC frame (RFC 9639, section 9.1).
 *
 * @param assignment how the channels are stored: their number less one, or 8 to 10 for pairs of which one is a difference
 * @param firstSample the number of the first sample in the stream
 */
record FlacFrameHeader(int blockSize, int assignment, int bits, long firstSample) {

    static final int SYNC = 0x7FFC;
    private static final int[] BITS = {0, 8, 12, 0, 16, 20, 24, 32};

    /** Reads a header at the present position, which is where a frame should begin. */
    static FlacFrameHeader read(FlacInput input, FlacInfo info) throws IOException {
        input.startChecks();
        if (input.unsigned(15) != SYNC) {
            throw new FlacFormatException("no frame");
        }
        var variable = input.unsigned(1) == 1;
        var blockSizeCode = (int) input.unsigned(4);
        var rateCode = (int) input.unsigned(4);
        var assignment = (int) input.unsigned(4);
        var bitsCode = (int) input.unsigned(3);
        var reserved = input.unsigned(1);
        if (blockSizeCode == 0 || rateCode == 15 || assignment > 10 || bitsCode == 3 || reserved != 0) {
            throw new FlacFormatException("a frame header with reserved bits");
        }
        var number = codedNumber(input);
        var blockSize = blockSize(input, blockSizeCode);
        if (rateCode >= 12) {
            input.unsigned(rateCode == 12 ? 8 : 16);
        }
        var expected = input.crc8();
        if (input.unsigned(8) != expected) {
            throw new FlacFormatException("a frame header with a wrong checksum");
        }
        var bits = bitsCode == 0 ? info.bits() : BITS[bitsCode];
        var channels = assignment < 8 ? assignment + 1 : 2;
        if (channels != info.channels() || bits != info.bits()) {
            throw new FlacFormatException("a frame that differs from the stream in channels or bits");
        }
        if (!variable && info.blockSize() == 0) {
            throw new FlacFormatException("frames without a sample number in a stream of varying frames");
        }
        return new FlacFrameHeader(blockSize, assignment, bits, variable ? number : number * info.blockSize());
    }

    private static int blockSize(FlacInput input, int code) throws IOException {
        if (code == 1) {
            return 192;
        }
        if (code <= 5) {
            return 576 << (code - 2);
        }
        return switch (code) {
            case 6 -> (int) input.unsigned(8) + 1;
            case 7 -> (int) input.unsigned(16) + 1;
            default -> 256 << (code - 8);
        };
    }

    /** A number in the manner of UTF-8, of up to 36 bits. */
    private static long codedNumber(FlacInput input) throws IOException {
        var first = (int) input.unsigned(8);
        if (first < 0x80) {
            return first;
        }
        var length = Integer.numberOfLeadingZeros(~(first << 24));
        if (length < 2 || length > 7) {
            throw new FlacFormatException("a frame header with a wrong number");
        }
        long value = first & (1 << (7 - length)) - 1;
        for (var i = 1; i < length; i++) {
            var next = input.unsigned(8);
            if ((next & 0xC0) != 0x80) {
                throw new FlacFormatException("a frame header with a wrong number");
            }
            value = value << 6 | next & 0x3F;
        }
        return value;
    }
}
