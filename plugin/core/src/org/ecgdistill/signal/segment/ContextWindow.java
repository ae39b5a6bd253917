package org.ecgdistill.signal.segment;

import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/**
 * A longer stretch of the signal around a window: the R peak of a window around a beat is in its middle, and so is the
 * middle of any other window. At an end of the signal it is shifted inwards, because a network that was trained on whole
 * windows has not seen padded ones. It is the whole signal if that is shorter.
 */
public record ContextWindow(double seconds) {

    /**
     * Samples of a signal.
     *
     * @param from the first
     * @param to the one after the last
     */
    public record Stretch(int from, int to) {}

    public ContextWindow {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new SignalException("A wider window of " + Words.number(seconds)
                    + " s is not possible: its length must be above 0 s. Enter another length.");
        }
    }

    /** The stretch around a window that was cut from this lead. */
    public Stretch around(Segment window, LeadSignal lead) {
        var all = lead.samples().length;
        var length = (int) Math.max(1, Math.min(all, Math.round(seconds * lead.rate())));
        var middle = window.beat().orElse(window.first() + window.samples().length / 2);
        var from = (int) Math.max(0, Math.min(all - length, middle - length / 2));
        return new Stretch(from, from + length);
    }
}
