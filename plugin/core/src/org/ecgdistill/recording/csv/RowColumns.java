package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ecgdistill.recording.Names;
import org.ecgdistill.recording.RecordingException;

/**
 * The meaning of the columns in a file with one row per record.
 *
 * @param samples the columns of samples, in order of time
 */
record RowColumns(CsvDialect dialect, OptionalInt name, OptionalInt label, OptionalInt subject, int[] samples) {

    static RowColumns of(Path file, CsvForm form, CsvHead head) {
        var label = named(file, head, form.labelColumn());
        var subject = named(file, head, form.subjectColumn());
        var others = IntStream.range(0, head.width())
                .filter(column -> column != label.orElse(-1) && column != subject.orElse(-1) && !head.isIndex(column))
                .toArray();
        var samples = IntStream.of(others).filter(head::holdsNumbers).toArray();
        var name = IntStream.of(others)
                .filter(column -> !head.holdsNumbers(column) && !head.isFiller(column))
                .findFirst();
        return new RowColumns(head.dialect(), name, label, subject, samples);
    }

    private static OptionalInt named(Path file, CsvHead head, Optional<String> column) {
        var index = column.isEmpty() ? OptionalInt.empty() : head.column(column.get());
        if (index.isEmpty() && column.isPresent()) {
            throw new RecordingException(
                    "The file " + file + " has no column \"" + column.get() + "\"; its columns are "
                            + (head.names().isEmpty() ? "not named" : Names.list(head.names()))
                            + ". Choose one of them.");
        }
        return index;
    }

    /** How many samples a row has: all up to the last that is not empty. */
    int samplesIn(List<String> fields) {
        var count = samples.length;
        while (count > 0
                && (samples[count - 1] >= fields.size()
                        || fields.get(samples[count - 1]).isEmpty())) {
            count--;
        }
        return count;
    }
}
