package org.ecgdistill.recording.edf;

import java.util.List;

/**
 * What the header says of the file.
 *
 * @param isInterrupted whether data records need not follow each other in time (EDF+D)
 * @param records how many data records there are; -1 if the header does not say
 * @param recordSeconds how long a data record is
 */
record EdfHeader(
        String patient,
        boolean isInterrupted,
        int headerBytes,
        long records,
        double recordSeconds,
        List<EdfSignal> signals) {

    static final int BYTES_PER_SAMPLE = 2;

    /** Samples of all signals in one data record. */
    int recordSamples() {
        return signals.stream().mapToInt(EdfSignal::samplesPerRecord).sum();
    }

    int recordBytes() {
        return recordSamples() * BYTES_PER_SAMPLE;
    }

    /** Where a signal begins in each data record, in samples. */
    int positionInRecord(final int signal) {
        return signals.subList(0, signal).stream()
                .mapToInt(EdfSignal::samplesPerRecord)
                .sum();
    }

    double rate(final EdfSignal signal) {
        return signal.samplesPerRecord() / recordSeconds;
    }
}
