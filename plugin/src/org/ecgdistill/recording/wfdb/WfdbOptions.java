package org.ecgdistill.recording.wfdb;

import org.ecgdistill.recording.RecordingException;

/**
 * How a WFDB record is read.
 *
 * @param annotator the extension of the annotation file, for example atr
 */
public record WfdbOptions(SamplesPerFrame samplesPerFrame, String annotator) {

    public static final WfdbOptions DEFAULT = new WfdbOptions(SamplesPerFrame.EXPANDED, "atr");

    public WfdbOptions {
        if (!annotator.matches("[\\w-]+")) {
            throw new RecordingException("The ending of annotation files is \"" + annotator
                    + "\", and letters and digits are expected, such as atr or qrs. Correct it.");
        }
    }
}
