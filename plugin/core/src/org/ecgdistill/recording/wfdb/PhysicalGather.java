package org.ecgdistill.recording.wfdb;

import java.util.Arrays;

/** Collects the samples of one signal in physical units, and adds up what was stored. */
final class PhysicalGather implements FrameSink {

    private final Placement placement;
    private final int missing;
    private final boolean averaged;
    private final double gain;
    private final double baseline;
    private final double[] target;
    private long sum;

    PhysicalGather(Placement placement, int missing, boolean averaged, ScaleField scale, int length) {
        this.placement = placement;
        this.missing = missing;
        this.averaged = averaged && placement.perFrame() > 1;
        this.gain = scale.gain();
        this.baseline = scale.baseline();
        this.target = new double[length];
        if (placement.skew() > 0) {
            Arrays.fill(target, Double.NaN);
        }
    }

    double[] target() {
        return target;
    }

    /** The sum of all stored samples of the frames seen so far, wanted or not, modulo 2^16. */
    int checksum() {
        return (int) (sum & 0xFFFF);
    }

    @Override
    public void accept(int[] samples, int at, long first, int frames) {
        var before = placement.before(first, frames);
        var end = placement.end(first, frames);
        if (placement.perFrame() > 1 || placement.skew() > 0) {
            sum += placement.sum(samples, at, 0, frames);
        }
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
        var added = 0L;
        for (var i = place; i < place + frames; i++) {
            var sample = samples[position];
            added += sample;
            target[i] = sample == missing ? Double.NaN : sample;
            position += step;
        }
        // A loop of its own, because the compiler then divides four samples at a time.
        for (var i = place; i < place + frames; i++) {
            target[i] = (target[i] - baseline) / gain;
        }
        if (placement.skew() == 0) {
            sum += added;
        }
    }

    private void expand(int[] samples, int source, int place, int frames) {
        var next = place;
        for (var frame = 0; frame < frames; frame++) {
            var position = source + frame * placement.frameSize();
            for (var i = 0; i < placement.perFrame(); i++) {
                var sample = samples[position + i];
                target[next++] = sample == missing ? Double.NaN : (sample - baseline) / gain;
            }
        }
    }

    /** The mean of the samples that are there. */
    private void average(int[] samples, int source, int place, int frames) {
        for (var frame = 0; frame < frames; frame++) {
            var position = source + frame * placement.frameSize();
            var total = 0L;
            var count = 0;
            for (var i = 0; i < placement.perFrame(); i++) {
                var sample = samples[position + i];
                if (sample != missing) {
                    total += sample;
                    count++;
                }
            }
            // 0 / 0 is NaN: a frame without any sample is missing.
            target[place + frame] = ((double) total / count - baseline) / gain;
        }
    }
}
