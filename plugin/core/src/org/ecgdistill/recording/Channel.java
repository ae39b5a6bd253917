package org.ecgdistill.recording;

/**
 * One signal of a recording.
 *
 * @param name of the lead, as the file writes it
 * @param units of the samples, for example mV
 * @param rate samples per second
 * @param samples how many the recording has
 */
public record Channel(String name, String units, double rate, long samples) {}
