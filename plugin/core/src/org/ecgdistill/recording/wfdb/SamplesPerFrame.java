package org.ecgdistill.recording.wfdb;

/** What becomes of a signal that has several samples in each frame of its record. */
public enum SamplesPerFrame {
    /** Every sample is read: the signal has a higher rate than the record. */
    EXPANDED,
    /** The mean of each frame is read: all signals have the rate of the record. */
    AVERAGED
}
