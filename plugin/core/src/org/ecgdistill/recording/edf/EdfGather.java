package org.ecgdistill.recording.edf;

import java.util.Arrays;

/** Collects the samples of one signal out of data records, in physical units. */
final class EdfGather {

    private final EdfSignal signal;
    private final int position;
    private final long from;
    private final double[] target;

    /**
     * @param position of the signal in each data record, in samples
     * @param from the first sample wanted
     */
    EdfGather(EdfSignal signal, int position, long from, int length, boolean hasGaps) {
        this.signal = signal;
        this.position = position;
        this.from = from;
        this.target = new double[length];
        if (hasGaps) {
            Arrays.fill(target, Double.NaN);
        }
    }

    double[] target() {
        return target;
    }

    int samplesPerRecord() {
        return signal.samplesPerRecord();
    }

    /** @param first the number of the data record's first sample */
    void accept(byte[] bytes, int at, long first) {
        var start = (int) Math.max(0, Math.min(signal.samplesPerRecord(), from - first));
        var end = (int) Math.max(start, Math.min(signal.samplesPerRecord(), from + target.length - first));
        var step = signal.stepSize();
        for (var i = start; i < end; i++) {
            var byteAt = at + (position + i) * EdfHeader.BYTES_PER_SAMPLE;
            var sample = (short) (bytes[byteAt] & 0xFF | bytes[byteAt + 1] << 8);
            target[(int) (first + i - from)] = signal.physicalLeast() + (sample - signal.digitalLeast()) * step;
        }
    }
}
