package org.ecgdistill.recording.wfdb;

/** The field {@code format[xSamplesPerFrame][:skew][+offset]} of a signal line. */
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
            samplesPerFrame = HeaderParser.samplesPerFrame(line, word.substring(times + 1, end));
            end = times;
        }
        return new StorageField(
                (int) line.whole(word.substring(0, end), "the format of the signal", 0, Integer.MAX_VALUE),
                samplesPerFrame,
                skew,
                offset);
    }
}
