package org.ecgdistill.recording.wfdb;

import java.util.List;

/**
 * The header file of a record.
 *
 * @param rate frames per second
 * @param frames samples per signal, if each has one per frame; 0 if the header does not state it
 * @param signals in the order of the file; empty in the header of a multi-segment record
 * @param segments in order of time; empty if the record is a single one
 * @param comments lines after a {@code #}, without it
 */
public record Header(
        String name,
        double rate,
        long frames,
        List<HeaderSignal> signals,
        List<HeaderSegment> segments,
        List<String> comments) {

    /** Frames per second if the header does not state them. */
    static final double DEFAULT_RATE = 250;
}
