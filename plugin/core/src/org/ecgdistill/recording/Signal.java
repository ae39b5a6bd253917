package org.ecgdistill.recording;

/**
 * The samples read from one channel. The array is the reader's to keep.
 *
 * @param samples in the channel's units, NaN where there is none
 * @param checksum whether the stored samples are those that were written
 */
public record Signal(Channel channel, double[] samples, Checksum checksum) {}
