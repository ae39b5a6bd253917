package org.ecgdistill.recording.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.recording.RecordingException;

/** Reads annotation files in the MIT format. */
public final class AnnotationFile {

    private static final long LONGEST = 1 << 28;

    private AnnotationFile() {}

    /** @throws RecordingException if the file is cut in the middle of an annotation */
    public static Annotations read(final Path file) {
        try {
            var size = Files.size(file);
            if (size > LONGEST) {
                throw new RecordingException("The file " + file + " has " + size
                        + " bytes, and an annotation file at most " + LONGEST
                        + ". It is not an annotation file: choose another.");
            }
            return new AnnotationDecoder(file, Files.readAllBytes(file)).decode();
        } catch (IOException e) {
            throw RecordingException.unreadable(file, e);
        }
    }
}
