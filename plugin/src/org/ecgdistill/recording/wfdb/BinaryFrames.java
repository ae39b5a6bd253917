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

    private static final int PIECE = 24 * 1024;

    private final SignalFile file;
    private final BinaryFormat format;
    private final int frameSize;

    BinaryFrames(final SignalFile file, final BinaryFormat format) {
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
        } catch (IOException e) {
            throw RecordingException.unreadable(file.path(), e);
        }
    }

    private long framesIn(final long bytes) {
        return format.samples(Math.max(0, bytes - file.offset())) / frameSize;
    }

    @Override
    public void read(final long from, final long to, final FrameSink sink) {
        try (var channel = Files.newByteChannel(file.path(), StandardOpenOption.READ)) {
            var held = framesIn(channel.size());
            if (held < to) {
                throw file.tooShort(held, to);
            }
            read(channel, from, to, sink);
        } catch (IOException e) {
            throw RecordingException.unreadable(file.path(), e);
        }
    }

    private void read(final SeekableByteChannel channel, final long from, final long to, final FrameSink sink)
            throws IOException {
        var most = (int) Math.min(to - from, Math.max(1, PIECE / frameSize));
        var samples = new int[most * frameSize + 2 * format.groupSamples()];
        var bytes = new byte[format.bytes(samples.length) + BinaryFormat.PADDING + format.groupBytes()];
        for (var first = from; first < to; first += most) {
            var frames = (int) Math.min(most, to - first);
            var group = first * frameSize / format.groupSamples();
            // A frame may begin inside a group: decoding starts with the group.
            var lead = (int) (first * frameSize % format.groupSamples());
            var count = lead + frames * frameSize;
            fill(channel, bytes, file.offset() + group * format.groupBytes(), format.bytes(count));
            format.decode(bytes, samples, count);
            sink.accept(samples, lead, first, frames);
        }
    }

    private void fill(final SeekableByteChannel channel, final byte[] bytes, final long position, final int count)
            throws IOException {
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
