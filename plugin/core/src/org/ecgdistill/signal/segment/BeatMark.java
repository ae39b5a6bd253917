package org.ecgdistill.signal.segment;

import org.ecgdistill.signal.Annotation;

/**
 * Where a record has a mark, in time, so that it holds for leads of any sampling rate.
 *
 * @param seconds from the start of the record
 * @param symbol what is marked, in the symbols of WFDB annotation files
 */
public record BeatMark(double seconds, String symbol) {

    /** The mark in a lead. A mark at the very end, where rounding may put it, belongs to the last sample. */
    Annotation in(LeadSignal lead) {
        var sample = Math.round(seconds * lead.rate());
        return Annotation.beat(sample == lead.samples().length ? sample - 1 : sample, symbol);
    }
}
