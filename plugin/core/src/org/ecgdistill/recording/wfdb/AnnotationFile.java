package org.ecgdistill.recording.wfdb;

import java.nio.file.Path;
import org.ecgdistill.recording.Limits;

/** Reads annotation files in the MIT format. */
public final class AnnotationFile {

    private AnnotationFile() {}

    /** @throws org.ecgdistill.recording.RecordingException if the file is cut in the middle of an annotation */
    public static Annotations read(Path file) {
        return new AnnotationDecoder(file, SmallFile.read(file, "an annotation file", Limits.ANNOTATION_BYTES))
                .decode();
    }
}
