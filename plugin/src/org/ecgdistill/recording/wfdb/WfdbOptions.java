package org.ecgdistill.recording.wfdb;

/**
 * How a WFDB record is read.
 *
 * @param annotator the extension of the annotation file, for example atr
 */
public record WfdbOptions(SamplesPerFrame samplesPerFrame, String annotator) {

    public static final WfdbOptions DEFAULT = new WfdbOptions(SamplesPerFrame.EXPANDED, "atr");
}
