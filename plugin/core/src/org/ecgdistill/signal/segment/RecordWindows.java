package org.ecgdistill.signal.segment;

import java.util.List;

/**
 * The windows of a record: in order of time, and those of all leads that start together one after the other.
 *
 * @param overEdge beats whose window reaches over an end of the record, in the lead with most of them
 * @param withoutLabel beats that the label policy leaves out
 */
public record RecordWindows(List<LeadWindow> windows, int overEdge, int withoutLabel) {

    public RecordWindows {
        windows = List.copyOf(windows);
    }
}
