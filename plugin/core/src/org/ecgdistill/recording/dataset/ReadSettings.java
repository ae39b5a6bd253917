package org.ecgdistill.recording.dataset;

import java.util.OptionalDouble;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.resample.Resampling;

/**
 * What is read of each record.
 *
 * @param targetRate to which signals are resampled, in Hz; empty keeps the rate of each
 * @param skipBroken whether broken records are skipped
 * @param trustWrongChecksums whether a record with a wrong checksum is read anyway; its status then reports it
 */
public record ReadSettings(
        LeadChoice leads,
        TimeRange range,
        OptionalDouble targetRate,
        Resampling resampling,
        boolean skipBroken,
        boolean trustWrongChecksums) {

    public static final ReadSettings DEFAULT =
            new ReadSettings(LeadChoice.ALL, TimeRange.ALL, OptionalDouble.empty(), Resampling.POLYPHASE, false, false);
}
