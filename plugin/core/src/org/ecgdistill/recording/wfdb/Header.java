package org.ecgdistill.recording.wfdb;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What a header file says of a record.
 *
 * @param rate frames per second
 * @param counterRate ticks per second of the counter that the recorder showed; the rate if none is stated
 * @param counterBase what the counter showed at the first sample
 * @param frames samples per signal, if each has one per frame; 0 if the header does not say
 * @param start time of day of the first sample
 * @param signals in the order of the file; empty in the header of a multi-segment record
 * @param segments in order of time; empty if the record is a single one
 * @param comments lines behind a {@code #}, without it
 */
public record Header(
        String name,
        double rate,
        double counterRate,
        double counterBase,
        long frames,
        Optional<LocalTime> start,
        Optional<LocalDate> date,
        List<HeaderSignal> signals,
        List<HeaderSegment> segments,
        List<String> comments) {

    /** Frames per second, where the header does not say. */
    public static final double DEFAULT_RATE = 250;
}
