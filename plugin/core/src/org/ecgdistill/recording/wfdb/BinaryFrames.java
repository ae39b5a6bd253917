package org.ecgdistill.recording.wfdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ecgdistill.recording.RecordingException;

/** Reads an uncompressed signal file, from anywhere, in pieces that stay in the processor's cache. */
final class BinaryFrames implements FrameSource {

    /** Samples decoded at once: they and what becomes of them stay in the nearest cache. */
    private static final int BLOCK = 3 * 1024;

    /** Samples read from the file at once. */
    private static final int PIECE = 48 * 1024;

    private final SignalFile file;
    private final BinaryFormat format;
    private final int frameSize;

    BinaryFrames(SignalFile file, BinaryFormat format) {
        this.file = file;
        this.format = format;
        this.frameSize = file.frameSize();
    }

    @Override
    public int missing() {
        return format.missing();
    }

    @Override
    public long frames() {
        try {
            return framesIn(Files.size(file.path()));
        } catch (IOException ex) {
            throw RecordingException.unreadable(file.path(), ex);
        }
    }

    private long framesIn(long bytes) {
        return format.samples(Math.max(0, bytes - file.offset())) / frameSize;
    }

    @Override
    public long mostFrames() {
        return frames();
    }

    @Override
    public void read(long from, long to, FrameSink sink) {
        try (var channel = Files.newByteChannel(file.path(), StandardOpenOption.READ)) {
            var held = framesIn(channel.size());
            if (held < to) {
                throw file.tooShort(held, to);
            }
            read(channel, from, to, sink);
        } catch (IOException ex) {
            throw RecordingException.unreadable(file.path(), ex);
        }
    }

    private void read(SeekableByteChannel channel, long from, long to, FrameSink sink) throws IOException {
        var block = (int) Math.min(to - from, Math.max(1, BLOCK / frameSize));
        var piece = (int) Math.min(to - from, (long) block * Math.max(1, PIECE / (block * frameSize)));
        var samples = new int[block * frameSize + 2 * format.groupSamples()];
        var bytes = new byte
                [format.bytes(piece * frameSize + format.groupSamples()) + BinaryFormat.PADDING + format.groupBytes()];
        for (var first = from; first < to; first += piece) {
            var frames = (int) Math.min(piece, to - first);
            var start = groupAt(first);
            fill(channel, bytes, file.offset() + start, format.bytes(leadAt(first) + frames * frameSize));
            for (var done = 0; done < frames; done += block) {
                var frame = first + done;
                var count = Math.min(block, frames - done);
                // A frame may begin inside a group: decoding starts with the group.
                var lead = leadAt(frame);
                format.decode(bytes, (int) (groupAt(frame) - start), samples, lead + count * frameSize);
                sink.accept(samples, lead, frame, count);
            }
        }
    }

    /** Where the group begins that holds the first sample of a frame, in bytes from the first sample of the file. */
    private long groupAt(long frame) {
        return frame * frameSize / format.groupSamples() * format.groupBytes();
    }

    /** How many samples of that group come before the frame. */
    private int leadAt(long frame) {
        return (int) (frame * frameSize % format.groupSamples());
    }

    private void fill(SeekableByteChannel channel, byte[] bytes, long position, int count) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, 0, count);
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw file.tooShort(framesIn(position + buffer.position()), framesIn(position + count));
            }
        }
        Arrays.fill(bytes, count, Math.min(bytes.length, count + format.groupBytes() + BinaryFormat.PADDING), (byte) 0);
    }
}
