package org.ecgdistill.recording.wfdb;

/** Puts the channels of FLAC frames together into frames of a record, and passes on those wanted. */
final class FlacAssembler {

    private static final int PIECE = 8 * 1024;

    private final FrameSink sink;
    private final int channels;
    private final int perFrame;
    private final long firstSample;
    private final long endSample;
    private final long from;
    private final int[] frames;
    private long nextSample;
    private int filled;
    private long passedOn;

    FlacAssembler(SignalFile file, long from, long to, FrameSink sink) {
        this.sink = sink;
        this.channels = file.signals().size();
        this.perFrame = file.signals().get(0).samplesPerFrame();
        this.from = from;
        this.firstSample = from * perFrame + file.offset();
        this.endSample = to * perFrame + file.offset();
        this.nextSample = firstSample;
        this.frames = new int[Math.max(1, PIECE / (channels * perFrame)) * channels * perFrame];
    }

    boolean isDone() {
        return nextSample >= endSample;
    }

    boolean isUntouched() {
        return nextSample == firstSample;
    }

    /** Returns false if samples between the last frame and this one are lacking. */
    boolean accept(FlacFrameHeader header, FlacDecoder decoder) {
        var skipped = nextSample - header.firstSample();
        if (skipped < 0) {
            return false;
        }
        var end = (int) Math.min(header.blockSize(), endSample - header.firstSample());
        for (var i = skipped; i < end; i++) {
            put(decoder.channels(), (int) i);
        }
        return true;
    }

    /** Within a frame the samples of one signal come before those of the next. */
    private void put(long[][] samples, int index) {
        var inFrame = (int) ((nextSample - firstSample) % perFrame);
        for (var channel = 0; channel < channels; channel++) {
            frames[filled + channel * perFrame + inFrame] = (int) samples[channel][index];
        }
        nextSample++;
        if (inFrame == perFrame - 1) {
            filled += channels * perFrame;
            if (filled == frames.length || isDone()) {
                var count = filled / (channels * perFrame);
                sink.accept(frames, 0, from + passedOn, count);
                passedOn += count;
                filled = 0;
            }
        }
    }
}
