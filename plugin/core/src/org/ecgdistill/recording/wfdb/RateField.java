package org.ecgdistill.recording.wfdb;

/** The field {@code rate[/counterRate[(counterBase)]]} of a record line. */
record RateField(double rate, double counterRate, double counterBase) {

    static RateField parse(HeaderLine line, String word) {
        if (word.isEmpty()) {
            return new RateField(Header.DEFAULT_RATE, Header.DEFAULT_RATE, 0);
        }
        var slash = word.indexOf('/');
        if (slash < 0) {
            var rate = positive(line, word);
            return new RateField(rate, rate, 0);
        }
        var rate = positive(line, word.substring(0, slash));
        var open = word.indexOf('(', slash);
        var end = open < 0 ? word.length() : open;
        var counterRate = line.number(word.substring(slash + 1, end), "the counter frequency");
        var base = 0.0;
        if (open >= 0) {
            var close = word.indexOf(')', open);
            base = line.number(word.substring(open + 1, close < 0 ? word.length() : close), "the counter's base value");
        }
        return new RateField(rate, counterRate > 0 ? counterRate : rate, base);
    }

    private static double positive(HeaderLine line, String word) {
        var rate = line.number(word, "the sampling rate");
        if (rate <= 0) {
            throw line.wrong("the sampling rate is " + word + " Hz", "a rate above 0");
        }
        return rate;
    }
}
