package org.ecgdistill.recording.wfdb;

import java.util.Optional;

/** The field {@code gain[(baseline)][/units]} of a signal line. */
record ScaleField(double gain, Optional<Integer> baseline, String units) {

    private static final String DEFAULT_UNITS = "mV";

    static ScaleField parse(HeaderLine line, String word) {
        if (word.isEmpty()) {
            return new ScaleField(HeaderSignal.DEFAULT_GAIN, Optional.empty(), DEFAULT_UNITS);
        }
        // Units such as l/min hold a slash of their own, so the first one ends the gain.
        var slash = word.indexOf('/');
        var scale = slash < 0 ? word : word.substring(0, slash);
        var units = slash < 0 || slash == word.length() - 1 ? DEFAULT_UNITS : word.substring(slash + 1);
        Optional<Integer> baseline = Optional.empty();
        var open = scale.indexOf('(');
        if (open >= 0) {
            var close = scale.indexOf(')', open);
            var inside = scale.substring(open + 1, close < 0 ? scale.length() : close);
            baseline = Optional.of((int) line.whole(inside, "the baseline", Integer.MIN_VALUE, Integer.MAX_VALUE));
            scale = scale.substring(0, open);
        }
        var gain = line.number(scale, "the gain");
        return new ScaleField(gain == 0 ? HeaderSignal.DEFAULT_GAIN : gain, baseline, units);
    }
}
