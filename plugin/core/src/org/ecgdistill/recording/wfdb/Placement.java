package org.ecgdistill.recording.wfdb;

/**
 * Where the samples of one signal lie in the frames of its file, and which of them are wanted.
 *
 * @param at the first sample of the signal in each frame
 * @param frameSize samples of all signals in a frame
 * @param perFrame samples of this signal in a frame
 * @param skew frames by which the signal lags in the file
 * @param from first wanted frame of the record
 * @param to first frame of the record after those wanted
 */
record Placement(int at, int frameSize, int perFrame, int skew, long from, long to) {

    /** How many of these frames of the file come before the wanted ones. */
    int before(long first, int frames) {
        return (int) Math.max(0, Math.min(frames, from + skew - first));
    }

    /** How many of these frames of the file come before the end of the wanted ones. */
    int end(long first, int frames) {
        return (int) Math.max(0, Math.min(frames, to + skew - first));
    }

    /** The place among the wanted frames of a frame of the file. */
    int target(long frame) {
        return (int) (frame - skew - from);
    }

    /** The sum of all stored samples of this signal in some frames, for the checksum. */
    long sum(int[] samples, int start, int fromFrame, int toFrame) {
        var sum = 0L;
        for (var frame = fromFrame; frame < toFrame; frame++) {
            var position = start + frame * frameSize + at;
            for (var i = 0; i < perFrame; i++) {
                sum += samples[position + i];
            }
        }
        return sum;
    }
}
