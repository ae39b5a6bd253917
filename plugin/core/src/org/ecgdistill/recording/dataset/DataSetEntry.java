package org.ecgdistill.recording.dataset;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.ecgdistill.recording.Recording;

/**
 * One recording of a collection.
 *
 * @param file that is opened, for messages
 * @param subject who was recorded; the same text in all recordings of one person
 * @param label what the recording shows, if the collection states it
 * @param fold of the collection's own partition, from 0
 * @param age in years
 * @param sex male or female
 * @param opener opens the recording
 */
public record DataSetEntry(
        String name,
        String file,
        String subject,
        Optional<String> label,
        OptionalInt fold,
        OptionalDouble age,
        Optional<String> sex,
        Supplier<Recording> opener) {

    /** A recording of which only the name is known. */
    static DataSetEntry plain(String name, String file, String subject, Supplier<Recording> opener) {
        return new DataSetEntry(
                name,
                file,
                subject,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                opener);
    }

    DataSetEntry withLabel(Optional<String> other) {
        return new DataSetEntry(name, file, subject, other, fold, age, sex, opener);
    }

    DataSetEntry withSubject(String other) {
        return new DataSetEntry(name, file, other, label, fold, age, sex, opener);
    }

    DataSetEntry withFold(OptionalInt other) {
        return new DataSetEntry(name, file, subject, label, other, age, sex, opener);
    }

    DataSetEntry withPerson(OptionalDouble otherAge, Optional<String> otherSex) {
        return new DataSetEntry(name, file, subject, label, fold, otherAge, otherSex, opener);
    }

    /** @throws org.ecgdistill.recording.RecordingException if it cannot be opened */
    public Recording open() {
        return opener.get();
    }
}
