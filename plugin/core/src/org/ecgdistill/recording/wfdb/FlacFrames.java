package org.ecgdistill.recording.wfdb;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.ecgdistill.recording.RecordingException;

/**
 * Formats 508, 516 and 524: a FLAC stream with one channel per signal. A range is found by halving the file, since every
 * frame of the stream carries its own number.
 */
final class FlacFrames implements FrameSource {

    /** Below this many bytes it is quicker to decode than to search. */
    private static final long WORTH_SEARCHING = 16 * 1024;

    /** Bytes of a frame whose samples are all the same (RFC 9639, section 9), and how many samples it can have. */
    private static final long SMALLEST_FRAME = 10;

    private static final long LARGEST_BLOCK = 65_536;

    private final SignalFile file;
    private final int perFrame;

    FlacFrames(SignalFile file) {
        this.file = file;
        this.perFrame = file.signals().get(0).samplesPerFrame();
        for (var signal : file.signals()) {
            if (signal.samplesPerFrame() != perFrame) {
                throw new RecordingException(
                        "The header " + file.header() + " gives the signals of the compressed file "
                                + file.path().getFileName() + " different numbers of samples per frame: found "
                                + signal.samplesPerFrame() + " in " + signal.description() + ", expected " + perFrame
                                + " as in the first. Correct the header.");
            }
        }
    }

    private int bits() {
        return file.format() - 500;
    }

    @Override
    public int missing() {
        return -1 << (bits() - 1);
    }

    @Override
    public long frames() {
        try (var channel = Files.newByteChannel(file.path(), StandardOpenOption.READ)) {
            var input = new FlacInput(channel);
            return frames(input, info(input), channel.size());
        } catch (IOException ex) {
            throw failure(ex);
        }
    }

    @Override
    public long mostFrames() {
        try {
            return mostSamples(Files.size(file.path())) / perFrame;
        } catch (IOException ex) {
            throw RecordingException.unreadable(file.path(), ex);
        }
    }

    private static long mostSamples(long bytes) {
        return bytes / SMALLEST_FRAME * LARGEST_BLOCK;
    }

    private long frames(FlacInput input, FlacInfo info, long size) throws IOException {
        var samples = info.samples();
        if (samples == 0) {
            samples = count(input, info);
        } else if (samples > mostSamples(size)) {
            throw new FlacFormatException("a promise of " + samples + " samples, which " + size + " bytes cannot hold");
        }
        return Math.max(0, samples - file.offset()) / perFrame;
    }

    /** For streams that were written without knowing their length. */
    private long count(FlacInput input, FlacInfo info) throws IOException {
        var decoder = new FlacDecoder(input, info);
        input.seek(info.firstFrame());
        var end = 0L;
        try {
            while (true) {
                var header = decoder.next();
                end = header.firstSample() + header.blockSize();
            }
        } catch (EOFException ex) {
            return end;
        }
    }

    private FlacInfo info(FlacInput input) throws IOException {
        var info = FlacInfo.read(input);
        if (info.channels() != file.signals().size()) {
            throw new FlacFormatException(info.channels() + " channels instead of the "
                    + file.signals().size() + " signals of the header " + file.header());
        }
        if (info.bits() > bits()) {
            throw new FlacFormatException(
                    "samples of " + info.bits() + " bits instead of the " + bits() + " of format " + file.format());
        }
        return info;
    }

    @Override
    public void read(long from, long to, FrameSink sink) {
        try (var channel = Files.newByteChannel(file.path(), StandardOpenOption.READ)) {
            var input = new FlacInput(channel);
            var info = info(input);
            var held = frames(input, info, channel.size());
            if (held < to) {
                throw file.tooShort(held, to);
            }
            var firstSample = from * perFrame + file.offset();
            var start = search(input, info, channel.size(), firstSample);
            var frames = new FlacAssembler(file, from, to, sink);
            if (!decodeFrom(start, input, info, frames) && !decodeFrom(info.firstFrame(), input, info, frames)) {
                throw new FlacFormatException("frames that do not follow each other");
            }
        } catch (IOException ex) {
            throw failure(ex);
        }
    }

    /** Returns false if what was taken for a frame is not the one looked for. */
    private static boolean decodeFrom(long start, FlacInput input, FlacInfo info, FlacAssembler frames)
            throws IOException {
        var decoder = new FlacDecoder(input, info);
        input.seek(start);
        while (!frames.isDone()) {
            FlacFrameHeader header;
            try {
                header = decoder.next();
            } catch (FlacFormatException ex) {
                if (start == info.firstFrame() || !frames.isUntouched()) {
                    throw ex;
                }
                return false;
            }
            if (!frames.accept(header, decoder)) {
                return false;
            }
        }
        return true;
    }

    /** The place of a frame at or before the one that holds a sample. */
    private static long search(FlacInput input, FlacInfo info, long size, long sample) throws IOException {
        var low = info.firstFrame();
        var high = size;
        while (high - low > WORTH_SEARCHING) {
            var middle = low + (high - low) / 2;
            var frame = nextFrame(input, info, middle, high);
            if (frame == null || frame.header.firstSample() > sample) {
                high = middle;
            } else {
                low = frame.position;
            }
        }
        return low;
    }

    private record Candidate(long position, FlacFrameHeader header) {}

    private static Candidate nextFrame(FlacInput input, FlacInfo info, long from, long before) throws IOException {
        input.seek(from);
        var previous = 0;
        for (var position = from; position < before; position++) {
            int value;
            try {
                value = (int) input.unsigned(8);
            } catch (EOFException ex) {
                return null;
            }
            if (previous == 0xFF && (value & 0xFE) == 0xF8) {
                try {
                    input.seek(position - 1);
                    return new Candidate(position - 1, FlacFrameHeader.read(input, info));
                } catch (FlacFormatException | EOFException ex) {
                    // The two bytes only look like a frame: the search goes on behind them.
                    input.seek(position + 1);
                }
            }
            previous = value;
        }
        return null;
    }

    private RecordingException failure(IOException cause) {
        if (cause instanceof FlacFormatException || cause instanceof EOFException) {
            var found = cause instanceof EOFException ? "an end in the middle of a frame" : cause.getMessage();
            return new RecordingException("The signal file " + file.path() + " is damaged: found " + found
                    + " where a FLAC stream (format " + file.format()
                    + ") was expected. Get the file again from where the record comes from.");
        }
        return RecordingException.unreadable(file.path(), cause);
    }
}
