package org.ecgdistill.recording.wfdb.flac;

import java.io.IOException;

/**
 * The description at the beginning of a FLAC stream (RFC 9639, section 8).
 *
 * @param blockSize samples per frame, if all frames have the same; else 0
 * @param samples per channel in the stream; 0 if it is not stated
 * @param firstFrame where in the file the first frame begins
 */
record FlacInfo(int blockSize, int channels, int bits, long samples, long firstFrame) {

    private static final int MAGIC = 0x664C6143;
    private static final int STREAM_INFO_BYTES = 34;

    static FlacInfo read(FlacInput input) throws IOException {
        input.seek(0);
        var magic = input.unsigned(32);
        if (magic != MAGIC) {
            throw new FlacFormatException(String.format("the bytes %08x at its beginning instead of \"fLaC\"", magic));
        }
        FlacInfo info = null;
        boolean last;
        do {
            last = input.unsigned(1) == 1;
            var type = input.unsigned(7);
            var length = input.unsigned(24);
            var end = input.position() + length;
            if (info == null) {
                if (type != 0 || length != STREAM_INFO_BYTES) {
                    throw new FlacFormatException("no description of the stream at its beginning");
                }
                info = streamInfo(input);
            }
            input.seek(end);
        } while (!last);
        return new FlacInfo(info.blockSize, info.channels, info.bits, info.samples, input.position());
    }

    private static FlacInfo streamInfo(FlacInput input) throws IOException {
        var least = (int) input.unsigned(16);
        var most = (int) input.unsigned(16);
        input.unsigned(24);
        input.unsigned(24);
        // The stream's own rate is ignored: the header of the record states the true one.
        input.unsigned(20);
        var channels = (int) input.unsigned(3) + 1;
        var bits = (int) input.unsigned(5) + 1;
        var samples = input.unsigned(4) << 32 | input.unsigned(32);
        return new FlacInfo(least == most ? least : 0, channels, bits, samples, 0);
    }
}
