package org.ecgdistill.recording.wfdb;

import org.ecgdistill.recording.Limits;

/**
 * How a signal is stored: the field {@code format[xsamplesPerFrame][:skew][+offset]} of a signal line.
 *
 * @param format the number of the file's format
 * @param samplesPerFrame 1 unless this signal was sampled more often than others
 * @param skew frames by which this signal lags the others in the file
 * @param offset bytes before the first sample, or samples in a compressed file
 */
record StorageField(int format, int samplesPerFrame, int skew, long offset) {

    static StorageField parse(HeaderLine line, String word) {
        var end = word.length();
        var offset = 0L;
        var plus = word.lastIndexOf('+');
        if (plus >= 0) {
            offset = line.whole(word.substring(plus + 1), "the offset of the first sample", 0, Long.MAX_VALUE >> 8);
            end = plus;
        }
        var skew = 0;
        var colon = word.lastIndexOf(':', end - 1);
        if (colon >= 0) {
            skew = (int) line.whole(word.substring(colon + 1, end), "the skew", 0, Integer.MAX_VALUE >> 1);
            end = colon;
        }
        var samplesPerFrame = 1;
        var times = word.lastIndexOf('x', end - 1);
        if (times >= 0) {
            samplesPerFrame = (int) line.whole(
                    word.substring(times + 1, end), "the number of samples per frame", 1, Limits.SAMPLES_PER_FRAME);
            end = times;
        }
        return new StorageField(
                (int) line.whole(word.substring(0, end), "the format of the signal", 0, Integer.MAX_VALUE),
                samplesPerFrame,
                skew,
                offset);
    }
}
