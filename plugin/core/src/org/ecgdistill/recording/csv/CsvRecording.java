package org.ecgdistill.recording.csv;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.signal.Annotation;

/** A recording in a file of numbers. */
public interface CsvRecording extends Recording {

    /** What the file says the recording shows. */
    default Optional<String> label() {
        return Optional.empty();
    }

    /** Who the file says was recorded. */
    default Optional<String> subject() {
        return Optional.empty();
    }

    @Override
    default List<Annotation> annotations() {
        return List.of();
    }
}
