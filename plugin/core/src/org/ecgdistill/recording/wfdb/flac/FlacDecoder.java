package org.ecgdistill.recording.wfdb.flac;

import java.io.IOException;

/** Decodes FLAC frames one after the other (RFC 9639, section 9). */
final class FlacDecoder {

    private static final int LEFT_AND_DIFFERENCE = 8;
    private static final int DIFFERENCE_AND_RIGHT = 9;
    private static final int MIDDLE_AND_DIFFERENCE = 10;

    private final FlacInput input;
    private final FlacInfo info;
    private long[][] channels = {};

    FlacDecoder(FlacInput input, FlacInfo info) {
        this.input = input;
        this.info = info;
    }

    /** The samples of the last frame, by channel. */
    long[][] channels() {
        return channels;
    }

    /** Decodes the frame at the input's position. */
    FlacFrameHeader next() throws IOException {
        var header = FlacFrameHeader.read(input, info);
        var count = header.blockSize();
        if (channels.length == 0 || channels[0].length < count) {
            channels = new long[info.channels()][count];
        }
        for (var channel = 0; channel < channels.length; channel++) {
            var isDifference = header.assignment() == DIFFERENCE_AND_RIGHT
                    ? channel == 0
                    : header.assignment() >= LEFT_AND_DIFFERENCE && channel == 1;
            new FlacSubframe(input, channels[channel], count).decode(header.bits() + (isDifference ? 1 : 0));
        }
        input.alignToByte();
        var expected = input.crc16();
        if (input.unsigned(16) != expected) {
            throw new FlacFormatException("a frame with a wrong checksum");
        }
        undoDifference(header.assignment(), count);
        return header;
    }

    private void undoDifference(int assignment, int count) {
        if (assignment < LEFT_AND_DIFFERENCE) {
            return;
        }
        var first = channels[0];
        var second = channels[1];
        for (var i = 0; i < count; i++) {
            switch (assignment) {
                case LEFT_AND_DIFFERENCE -> second[i] = first[i] - second[i];
                case DIFFERENCE_AND_RIGHT -> first[i] += second[i];
                case MIDDLE_AND_DIFFERENCE -> {
                    var doubled = first[i] << 1 | second[i] & 1;
                    var difference = second[i];
                    first[i] = doubled + difference >> 1;
                    second[i] = doubled - difference >> 1;
                }
                default -> throw new IllegalStateException("assignment " + assignment);
            }
        }
    }
}
