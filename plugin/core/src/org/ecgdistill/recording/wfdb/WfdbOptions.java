package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import java.util.Optional;
import org.ecgdistill.recording.RecordingException;

/**
 * How a WFDB record is read.
 *
 * @param annotator the extension of the annotation file, for example atr
 * @param folder that no file of the record may leave by a link; empty: that of its header
 */
public record WfdbOptions(SamplesPerFrame samplesPerFrame, String annotator, Optional<Path> folder) {

    public static final WfdbOptions DEFAULT = new WfdbOptions(SamplesPerFrame.EXPANDED, "atr");

    public WfdbOptions(SamplesPerFrame samplesPerFrame, String annotator) {
        this(samplesPerFrame, annotator, Optional.empty());
    }

    /** The same for records of a folder. */
    public WfdbOptions inside(Path place) {
        return new WfdbOptions(samplesPerFrame, annotator, Optional.of(place));
    }

    public WfdbOptions {
        if (!annotator.matches("[\\w-]+")) {
            throw new RecordingException("The ending of annotation files is \"" + annotator
                    + "\", but it must consist of letters and digits, such as atr or qrs. Correct it.");
        }
    }
}
