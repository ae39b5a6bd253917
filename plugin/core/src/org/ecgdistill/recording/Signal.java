package org.ecgdistill.recording;

/**
 * The samples read from one channel. The caller may keep the array.
 *
 * @param samples in the channel's units, NaN where a sample is missing
 * @param checksum whether the stored samples are those that were written
 */
public record Signal(Channel channel, double[] samples, Checksum checksum) {}
