package org.ecgdistill.recording.wfdb;

/**
 * One segment of a multi-segment record.
 *
 * @param name of the segment's own record; {@code ~} is a gap
 * @param frames its length; 0 marks a layout, which only lists the possible signals
 */
public record HeaderSegment(String name, long frames) {

    static final String GAP = "~";

    public boolean isGap() {
        return name.equals(GAP);
    }
}
