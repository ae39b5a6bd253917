package org.ecgdistill.signal.segment;

/**
 * One lead of a record that is to be cut.
 *
 * @param rate in Hz
 */
public record LeadSignal(double[] samples, double rate) {}
