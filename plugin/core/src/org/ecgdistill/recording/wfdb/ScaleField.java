package org.ecgdistill.recording.wfdb;

/**
 * How samples become physical units: the field {@code gain[(baseline)][/units]} of a signal line.
 *
 * @param gain steps of the converter per physical unit
 * @param baseline the sample value of physical zero
 */
record ScaleField(double gain, int baseline, String units) {

    /** Steps per unit if the header does not state them; such a signal is not calibrated. */
    static final double DEFAULT_GAIN = 200;

    private static final String DEFAULT_UNITS = "mV";

    /** @param zero of the converter, the baseline if none is stated */
    static ScaleField parse(HeaderLine line, String word, int zero) {
        if (word.isEmpty()) {
            return new ScaleField(DEFAULT_GAIN, zero, DEFAULT_UNITS);
        }
        // Units such as l/min hold a slash of their own, so the first one ends the gain.
        var slash = word.indexOf('/');
        var scale = slash < 0 ? word : word.substring(0, slash);
        var units = slash < 0 || slash == word.length() - 1 ? DEFAULT_UNITS : word.substring(slash + 1);
        var baseline = zero;
        var open = scale.indexOf('(');
        if (open >= 0) {
            var close = scale.indexOf(')', open);
            var inside = scale.substring(open + 1, close < 0 ? scale.length() : close);
            baseline = (int) line.whole(inside, "the baseline", Integer.MIN_VALUE, Integer.MAX_VALUE);
            scale = scale.substring(0, open);
        }
        var gain = line.number(scale, "the gain");
        return new ScaleField(gain == 0 ? DEFAULT_GAIN : gain, baseline, units);
    }
}
