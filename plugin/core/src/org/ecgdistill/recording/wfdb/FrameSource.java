package org.ecgdistill.recording.wfdb;

/** A signal file, read frame by frame. A frame holds one or more samples of each signal of the file. */
interface FrameSource {

    /** How many whole frames the file holds. */
    long frames();

    /** The maximum number of whole frames in a file of this size; the file is not read. */
    long mostFrames();

    /** The stored value that stands for a missing sample. */
    int missing();

    /**
     * Reads a part of the file.
     *
     * @throws org.ecgdistill.recording.RecordingException if the file holds less, or is damaged
     */
    void read(long from, long to, FrameSink sink);
}
