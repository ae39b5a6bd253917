package org.ecgdistill.recording.wfdb;

import java.util.Arrays;

/** Format 8: each byte is the difference to the sample before, so a range can only be read from the beginning on. */
final class DifferenceFrames implements FrameSource {

    private final SignalFile file;
    private final BinaryFrames differences;

    DifferenceFrames(SignalFile file) {
        this.file = file;
        this.differences = new BinaryFrames(file, BinaryFormat.FORMAT_8);
    }

    @Override
    public int missing() {
        return differences.missing();
    }

    @Override
    public long frames() {
        return differences.frames();
    }

    @Override
    public long mostFrames() {
        return frames();
    }

    @Override
    public void read(long from, long to, FrameSink sink) {
        var frameSize = file.frameSize();
        var signalAt = new int[frameSize];
        var current = new int[file.signals().size()];
        var positions = file.positions();
        for (var signal = 0; signal < current.length; signal++) {
            current[signal] = file.signals().get(signal).initial().orElse(0);
            Arrays.fill(signalAt, positions[signal], positions[signal + 1], signal);
        }
        differences.read(0, to, (samples, at, first, frames) -> {
            for (var frame = 0; frame < frames; frame++) {
                var base = at + frame * frameSize;
                for (var i = 0; i < frameSize; i++) {
                    samples[base + i] = current[signalAt[i]] += samples[base + i];
                }
            }
            var skipped = (int) Math.max(0, Math.min(frames, from - first));
            if (skipped < frames) {
                sink.accept(samples, at + skipped * frameSize, first + skipped, frames - skipped);
            }
        });
    }
}
