package org.ecgdistill.signal.segment;

/**
 * A window of one lead of a record.
 *
 * @param lead index of the lead
 */
public record LeadWindow(int lead, Segment segment) {}
