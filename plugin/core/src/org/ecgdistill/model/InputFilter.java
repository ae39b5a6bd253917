package org.ecgdistill.model;

import org.ecgdistill.signal.filter.FounderFilter;

/** How a signal is filtered before a network sees it. The names are stored in model files and never change. */
public enum InputFilter {
    /** Not at all. */
    NONE {
        @Override
        double[] apply(double[] signal, double rate) {
            return signal;
        }
    },
    /** As ECGFounder's authors did: a notch, a band-pass and a running median. */
    FOUNDER {
        @Override
        double[] apply(double[] signal, double rate) {
            return new FounderFilter().denoise(signal, rate).signal();
        }
    };

    /**
     * The filtered signal, in a new array if anything is changed.
     *
     * @param rate in Hz
     */
    abstract double[] apply(double[] signal, double rate);
}
