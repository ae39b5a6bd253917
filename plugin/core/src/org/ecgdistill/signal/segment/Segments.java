package org.ecgdistill.signal.segment;

import java.util.List;

/**
 * The windows of a recording and what was left out.
 *
 * @param overEdge beats whose window reaches over an end of the recording
 * @param withoutLabel beats that the label policy leaves out
 */
public record Segments(List<Segment> segments, int overEdge, int withoutLabel) {

    public Segments {
        segments = List.copyOf(segments);
    }
}
