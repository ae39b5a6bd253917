package org.ecgdistill.signal.segment;

import java.util.Optional;

/**
 * A window of a recording. The caller may keep the array.
 *
 * @param first sample of the recording in this window
 * @param beat sample of the recording at the R peak; empty in a window of fixed length
 * @param symbol of the beat's annotation, if it has one
 * @param label of the window, if it has one
 * @param rr intervals around the beat; empty in a window of fixed length
 */
public record Segment(
        double[] samples,
        long first,
        Optional<Long> beat,
        Optional<String> symbol,
        Optional<String> label,
        Optional<RrFeatures> rr) {

    /** The same window with another label. */
    Segment withLabel(Optional<String> other) {
        return new Segment(samples, first, beat, symbol, other, rr);
    }
}
