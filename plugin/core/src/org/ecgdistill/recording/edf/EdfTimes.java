package org.ecgdistill.recording.edf;

import java.nio.file.Path;
import org.ecgdistill.recording.RecordingException;

/** When each data record begins, in seconds from the first. */
final class EdfTimes {

    /** A century: beyond it, an onset is damage. */
    private static final double LATEST = 3.2e9;

    private final double recordSeconds;
    private final long records;

    /** Null if the data records follow each other without interruption. */
    private final double[] onsets;

    private EdfTimes(double recordSeconds, long records, double[] onsets) {
        this.recordSeconds = recordSeconds;
        this.records = records;
        this.onsets = onsets;
    }

    static EdfTimes continuous(EdfHeader header, long records) {
        return new EdfTimes(header.recordSeconds(), records, null);
    }

    /** @param onsets as the data records state them; the array is kept */
    static EdfTimes interrupted(Path file, EdfHeader header, double[] onsets) {
        var first = onsets.length == 0 ? 0 : onsets[0];
        var earliest = 0.0;
        for (var i = 0; i < onsets.length; i++) {
            onsets[i] -= first;
            // A thousandth of a record covers onsets that were rounded.
            if (!(onsets[i] >= earliest - header.recordSeconds() / 1000) || onsets[i] > LATEST) {
                throw new RecordingException("The EDF+ file " + file + ", data record " + (i + 1) + ": found the start "
                        + onsets[i] + " s, expected " + earliest
                        + " s or later. The times of an interrupted recording must increase: export the file again.");
            }
            earliest = onsets[i] + header.recordSeconds();
        }
        return new EdfTimes(header.recordSeconds(), onsets.length, onsets);
    }

    long records() {
        return records;
    }

    /** The number of the first sample of a data record, in a signal with this many samples per data record. */
    long firstSample(long record, int samplesPerRecord) {
        return onsets == null
                ? record * samplesPerRecord
                : Math.round(onsets[(int) record] * samplesPerRecord / recordSeconds);
    }

    /** The length of such a signal, gaps included. */
    long samples(int samplesPerRecord) {
        return records == 0 ? 0 : firstSample(records - 1, samplesPerRecord) + samplesPerRecord;
    }

    boolean hasGaps() {
        return onsets != null;
    }

    /** The first data record that ends after this time. */
    long recordAt(double seconds) {
        if (onsets == null) {
            return Math.max(0, Math.min(records, (long) Math.floor(seconds / recordSeconds)));
        }
        var low = 0;
        var high = onsets.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (onsets[middle] + recordSeconds > seconds) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
