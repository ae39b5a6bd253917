package org.ecgdistill.signal.segment;

import org.ecgdistill.signal.SignalException;

/**
 * How much of the signal around an R peak makes a window.
 *
 * @param before samples before the R peak
 * @param after samples from the R peak on, itself included
 */
public record BeatWindow(int before, int after) {

    /** 256 samples, from R−128 to R+127. */
    public static final BeatWindow DEFAULT = new BeatWindow(128, 128);

    public BeatWindow {
        if (before < 0 || after < 1 || (long) before + after > 1 << 24) {
            throw new SignalException("A window of " + before + " samples before and " + after
                    + " samples from the R peak on is not possible: 0 or more before and at least 1 after are needed, and"
                    + " no more than " + (1 << 24) + " together.");
        }
    }

    public int length() {
        return before + after;
    }

    /** Whether the window around this sample lies inside a signal of this length. */
    public boolean fits(long sample, int signalLength) {
        return sample >= before && sample + after <= signalLength;
    }
}
