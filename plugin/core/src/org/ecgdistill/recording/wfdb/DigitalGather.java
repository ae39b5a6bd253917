package org.ecgdistill.recording.wfdb;

import java.util.Arrays;

/** Collects the stored samples of one signal. */
final class DigitalGather implements FrameSink {

    private final Placement placement;
    private final int missing;
    private final boolean averaged;
    private final int[] target;

    DigitalGather(Placement placement, int missing, boolean averaged, int length) {
        this.placement = placement;
        this.missing = missing;
        this.averaged = averaged && placement.perFrame() > 1;
        this.target = new int[length];
        if (placement.skew() > 0) {
            Arrays.fill(target, WfdbRecord.MISSING);
        }
    }

    int[] target() {
        return target;
    }

    @Override
    public void accept(int[] samples, int at, long first, int frames) {
        var before = placement.before(first, frames);
        var end = placement.end(first, frames);
        if (before >= end) {
            return;
        }
        var source = at + before * placement.frameSize() + placement.at();
        var place = placement.target(first + before);
        if (averaged) {
            average(samples, source, place, end - before);
        } else if (placement.perFrame() == 1) {
            copy(samples, source, place, end - before);
        } else {
            expand(samples, source, place * placement.perFrame(), end - before);
        }
    }

    private void copy(int[] samples, int source, int place, int frames) {
        var step = placement.frameSize();
        var position = source;
        for (var i = place; i < place + frames; i++) {
            var sample = samples[position];
            target[i] = sample == missing ? WfdbRecord.MISSING : sample;
            position += step;
        }
    }

    private void expand(int[] samples, int source, int place, int frames) {
        var next = place;
        for (var frame = 0; frame < frames; frame++) {
            var position = source + frame * placement.frameSize();
            for (var i = 0; i < placement.perFrame(); i++) {
                var sample = samples[position + i];
                target[next++] = sample == missing ? WfdbRecord.MISSING : sample;
            }
        }
    }

    /** The mean of the samples that are there, rounded towards zero as the WFDB library does. */
    private void average(int[] samples, int source, int place, int frames) {
        for (var frame = 0; frame < frames; frame++) {
            var position = source + frame * placement.frameSize();
            var sum = 0L;
            var count = 0;
            for (var i = 0; i < placement.perFrame(); i++) {
                var sample = samples[position + i];
                if (sample != missing) {
                    sum += sample;
                    count++;
                }
            }
            target[place + frame] = count == 0 ? WfdbRecord.MISSING : (int) (sum / count);
        }
    }
}
