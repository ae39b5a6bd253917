package org.ecgdistill.recording.csv;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.signal.Annotation;

/** A recording in a file of numbers. */
public interface CsvRecording extends Recording {

    /** What the recording shows, according to the file. */
    default Optional<String> label() {
        return Optional.empty();
    }

    /** The recorded person, according to the file. */
    default Optional<String> subject() {
        return Optional.empty();
    }

    @Override
    default List<Annotation> annotations() {
        return List.of();
    }
}
