package org.ecgdistill.recording.wfdb;

import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.wfdb.flac.FlacStream;

/** Formats 508, 516 and 524: a FLAC stream with one channel per signal. */
final class FlacFrames implements FrameSource {

    private static final int PIECE = 8 * 1024;

    private final SignalFile file;
    private final FlacStream stream;
    private final int perFrame;

    FlacFrames(SignalFile file) {
        this.file = file;
        this.stream = new FlacStream(
                file.path(), file.header(), file.format(), file.signals().size());
        this.perFrame = file.signals().get(0).storage().samplesPerFrame();
        for (var signal : file.signals()) {
            if (signal.storage().samplesPerFrame() != perFrame) {
                throw new RecordingException("The header " + file.header()
                        + " gives the signals of the compressed file "
                        + file.path().getFileName() + " different numbers of samples per frame: found "
                        + signal.storage().samplesPerFrame() + " in " + signal.description() + ", expected " + perFrame
                        + " as in the first. Correct the header.");
            }
        }
    }

    @Override
    public int missing() {
        return -1 << (stream.bits() - 1);
    }

    @Override
    public long frames() {
        return framesIn(stream.samples());
    }

    @Override
    public long mostFrames() {
        return stream.mostSamples() / perFrame;
    }

    private long framesIn(long samples) {
        return Math.max(0, samples - file.offset()) / perFrame;
    }

    @Override
    public void read(long from, long to, FrameSink sink) {
        var held = framesIn(stream.read(
                from * perFrame + file.offset(), to * perFrame + file.offset(), new Assembler(from, to, sink)));
        if (held < to) {
            throw file.tooShort(held, to);
        }
    }

    /** Puts the channels of the stream together into frames of the record. */
    private final class Assembler implements FlacStream.Sink {

        private final FrameSink sink;
        private final long to;
        private final int[] frames;
        private long next;
        private int filled;
        private int inFrame;

        Assembler(long from, long to, FrameSink sink) {
            this.sink = sink;
            this.next = from;
            this.to = to;
            this.frames = new int[Math.max(1, PIECE / file.frameSize()) * file.frameSize()];
        }

        /** Within a frame the samples of one signal come before those of the next. */
        @Override
        public void accept(long[][] samples, int from, int end) {
            var frameSize = samples.length * perFrame;
            for (var i = from; i < end; i++) {
                for (var channel = 0; channel < samples.length; channel++) {
                    frames[filled + channel * perFrame + inFrame] = (int) samples[channel][i];
                }
                if (++inFrame == perFrame) {
                    inFrame = 0;
                    filled += frameSize;
                    var count = filled / frameSize;
                    if (filled == frames.length || next + count == to) {
                        sink.accept(frames, 0, next, count);
                        next += count;
                        filled = 0;
                    }
                }
            }
        }
    }
}
