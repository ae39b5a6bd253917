package org.ecgdistill.signal.segment;

/**
 * Intervals between a beat and its neighbours, after de Chazal, O'Dwyer and Reilly (IEEE Trans. Biomed. Eng. 51, 2004).
 *
 * @param previous seconds since the beat before; NaN for the first beat
 * @param next seconds to the next beat; NaN for the last beat
 * @param ratio of previous to next
 * @param localMean mean of the ten intervals around the beat, or of as many as there are
 */
public record RrFeatures(double previous, double next, double ratio, double localMean) {

    private static final int INTERVALS_AROUND = 10;

    /**
     * The intervals of each beat.
     *
     * @param beats samples of the R peaks of <i>all</i> beats, in order of time
     */
    public static RrFeatures[] of(long[] beats, double rate) {
        var features = new RrFeatures[beats.length];
        for (var i = 0; i < beats.length; i++) {
            var previous = i == 0 ? Double.NaN : (beats[i] - beats[i - 1]) / rate;
            var next = i == beats.length - 1 ? Double.NaN : (beats[i + 1] - beats[i]) / rate;
            var first = Math.max(0, i - INTERVALS_AROUND / 2);
            var last = Math.min(beats.length - 1, i + INTERVALS_AROUND / 2);
            var localMean = first == last ? Double.NaN : (beats[last] - beats[first]) / rate / (last - first);
            features[i] = new RrFeatures(previous, next, previous / next, localMean);
        }
        return features;
    }
}
