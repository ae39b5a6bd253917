package org.ecgdistill.recording.wfdb;

/** Takes the frames of a signal file as they are read. */
@FunctionalInterface
interface FrameSink {

    /**
     * @param samples frame after frame, from index {@code at}; the array is used again afterwards
     * @param first the number of the first of these frames, from the beginning of the file
     */
    void accept(int[] samples, int at, long first, int frames);
}
