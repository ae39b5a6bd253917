package org.ecgdistill.recording.wfdb.flac;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ecgdistill.recording.RecordingException;

/**
 * The samples of a FLAC file. A range is found by halving the file, since every frame of the stream carries its own
 * number.
 *
 * @param header the file that describes the stream, for messages
 * @param format its number in that header: 500 and the maximum of bits per sample
 */
public record FlacStream(Path path, String header, int format, int channels) {

    /** Below this many bytes it is quicker to decode than to search. */
    private static final long WORTH_SEARCHING = 16 * 1024;

    /** Bytes of a frame whose samples are all equal (RFC 9639, section 9), and how many samples it can have. */
    private static final long SMALLEST_FRAME = 10;

    private static final long LARGEST_BLOCK = 65_536;

    /** Takes samples in the order of the stream. */
    public interface Sink {
        /** @param samples of each channel, those wanted from index {@code from} up to, but not including, {@code to} */
        void accept(long[][] samples, int from, int to);
    }

    /** A frame found in the middle of the stream. */
    private record FramePlace(long position, FlacFrameHeader header) {}

    public int bits() {
        return format - 500;
    }

    /** How many samples of each channel there are. */
    public long samples() {
        try (var channel = Files.newByteChannel(path, StandardOpenOption.READ)) {
            var input = new FlacInput(channel);
            return samples(input, info(input), channel.size());
        } catch (IOException ex) {
            throw failure(ex);
        }
    }

    /** The maximum number of samples in a file of this size; the file is not read. */
    public long mostSamples() {
        try {
            return mostSamples(Files.size(path));
        } catch (IOException ex) {
            throw RecordingException.unreadable(path, ex);
        }
    }

    /**
     * Reads a part of the stream, or nothing if it ends before that part does.
     *
     * @param end the first sample that is not wanted
     * @return how many samples of each channel the stream holds
     * @throws RecordingException if it is damaged
     */
    public long read(long first, long end, Sink sink) {
        try (var channel = Files.newByteChannel(path, StandardOpenOption.READ)) {
            var input = new FlacInput(channel);
            var info = info(input);
            var held = samples(input, info, channel.size());
            if (held >= end) {
                var start = search(input, info, channel.size(), first);
                if (!decode(start, input, info, first, end, sink)
                        && !decode(info.firstFrame(), input, info, first, end, sink)) {
                    throw new FlacFormatException("frames that do not follow each other");
                }
            }
            return held;
        } catch (IOException ex) {
            throw failure(ex);
        }
    }

    private static long mostSamples(long bytes) {
        return bytes / SMALLEST_FRAME * LARGEST_BLOCK;
    }

    private static long samples(FlacInput input, FlacInfo info, long size) throws IOException {
        if (info.samples() == 0) {
            return count(input, info);
        }
        if (info.samples() > mostSamples(size)) {
            throw new FlacFormatException(
                    "a promise of " + info.samples() + " samples, which " + size + " bytes cannot hold");
        }
        return info.samples();
    }

    /** For streams that were written without knowing their length. */
    private static long count(FlacInput input, FlacInfo info) throws IOException {
        var decoder = new FlacDecoder(input, info);
        input.seek(info.firstFrame());
        var end = 0L;
        try {
            while (true) {
                var frame = decoder.next();
                end = frame.firstSample() + frame.blockSize();
            }
        } catch (EOFException ex) {
            return end;
        }
    }

    private FlacInfo info(FlacInput input) throws IOException {
        var info = FlacInfo.read(input);
        if (info.channels() != channels) {
            throw new FlacFormatException(
                    info.channels() + " channels instead of the " + channels + " signals of the header " + header);
        }
        if (info.bits() > bits()) {
            throw new FlacFormatException(
                    "samples of " + info.bits() + " bits instead of the " + bits() + " of format " + format);
        }
        return info;
    }

    /** Returns false if the start turns out not to be a frame at or before the first sample, or frames are missing. */
    private static boolean decode(long start, FlacInput input, FlacInfo info, long first, long end, Sink sink)
            throws IOException {
        var decoder = new FlacDecoder(input, info);
        input.seek(start);
        var next = first;
        while (next < end) {
            FlacFrameHeader frame;
            try {
                frame = decoder.next();
            } catch (FlacFormatException ex) {
                if (start == info.firstFrame() || next > first) {
                    throw ex;
                }
                return false;
            }
            if (frame.firstSample() > next) {
                return false;
            }
            var from = next - frame.firstSample();
            var to = Math.min(frame.blockSize(), end - frame.firstSample());
            if (from < to) {
                sink.accept(decoder.channels(), (int) from, (int) to);
                next += to - from;
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

    private static FramePlace nextFrame(FlacInput input, FlacInfo info, long from, long before) throws IOException {
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
                    return new FramePlace(position - 1, FlacFrameHeader.read(input, info));
                } catch (FlacFormatException | EOFException ex) {
                    // The two bytes only look like a frame: the search goes on after them.
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
            return new RecordingException("The signal file " + path + " is damaged: found " + found
                    + ", expected a FLAC stream (format " + format
                    + "). Get the file again from its source.");
        }
        return RecordingException.unreadable(path, cause);
    }
}
