package org.ecgdistill.recording.wfdb;

/**
 * One segment of a multi-segment record.
 *
 * @param name of the segment's own record; {@code ~} is a gap
 * @param frames how long it is; 0 is a layout, which only says what signals there may be
 */
public record HeaderSegment(String name, long frames) {

    static final String GAP = "~";

    public boolean isGap() {
        return name.equals(GAP);
    }
}
