package org.ecgdistill.recording.edf;

import java.util.List;

/**
 * The header's description of the file.
 *
 * @param isInterrupted whether data records need not follow each other in time (EDF+D)
 * @param records how many data records there are; -1 if the header does not state it
 * @param recordSeconds how long a data record is
 */
record EdfHeader(boolean isInterrupted, int headerBytes, long records, double recordSeconds, List<EdfSignal> signals) {

    static final int BYTES_PER_SAMPLE = 2;

    /** Where each signal begins in each data record, in samples; at the end the samples of all signals. */
    int[] positions() {
        var positions = new int[signals.size() + 1];
        for (var i = 0; i < signals.size(); i++) {
            positions[i + 1] = positions[i] + signals.get(i).samplesPerRecord();
        }
        return positions;
    }

    double rate(EdfSignal signal) {
        return signal.samplesPerRecord() / recordSeconds;
    }
}
