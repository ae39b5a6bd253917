package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Budget;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.Signal;
import org.ecgdistill.recording.TimeRange;

/**
 * One row of a file of numbers: a recording with one lead. Empty cells at the end of a row are not samples, so records may
 * differ in length although rows do not.
 */
final class RowRecording implements CsvRecording {

    /** Bytes of a recording before it is read. */
    private static final int BYTES = 400;

    private static final int ROWS_BETWEEN_REPORTS = 256;

    private final Path file;
    private final CsvForm form;
    private final RowColumns columns;
    private final long start;
    private final long line;
    private final Description description;

    /** What a row holds besides its samples. */
    private record Description(String name, Optional<String> label, Optional<String> subject, int samples) {}

    private RowRecording(Path file, CsvForm form, RowColumns columns, long start, long line, Description description) {
        this.file = file;
        this.form = form;
        this.columns = columns;
        this.start = start;
        this.line = line;
        this.description = description;
    }

    static List<CsvRecording> all(Path file, String fileName, CsvForm form, CsvHead head, Progress progress) {
        var budget = new Budget("The file " + file);
        var columns = RowColumns.of(file, form, head);
        var recordings = new ArrayList<CsvRecording>();
        try (var lines = CsvLines.open(file, head.dataStart(), head.linesBefore())) {
            for (var text = lines.next(); text != null; text = lines.next()) {
                if (recordings.size() % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report(0, "Looking for recordings in " + fileName);
                }
                var fields = head.dialect().split(text);
                if (fields.size() != head.width()) {
                    throw new RecordingException("The file " + file + ", line " + lines.number() + ": found "
                            + fields.size() + " fields, expected "
                            + head.width()
                            + " as in the first row. Fill short records up with empty cells, or export the"
                            + " file again.");
                }
                var name = field(fields, columns.name()).orElse(fileName + "-" + (recordings.size() + 1));
                var description = new Description(
                        name,
                        field(fields, columns.label()),
                        field(fields, columns.subject()),
                        columns.samplesIn(fields));
                budget.take(BYTES);
                recordings.add(new RowRecording(file, form, columns, lines.lineStart(), lines.number(), description));
            }
        }
        return List.copyOf(recordings);
    }

    private static Optional<String> field(List<String> fields, OptionalInt column) {
        return column.isEmpty() ? Optional.empty() : Optional.of(fields.get(column.getAsInt()));
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Optional<String> label() {
        return description.label();
    }

    @Override
    public Optional<String> subject() {
        return description.subject();
    }

    @Override
    public double rate() {
        return form.rate();
    }

    @Override
    public List<Channel> channels() {
        return List.of(new Channel("signal 1", form.units(), form.rate(), description.samples()));
    }

    @Override
    public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
        Memory.checkIndices(name(), indices, 1);
        progress.report(0, "Reading " + name());
        var from = (int) range.firstSample(form.rate(), description.samples());
        var to = (int) range.endSample(form.rate(), description.samples());
        String text;
        try (var lines = CsvLines.open(file, start, line - 1)) {
            text = lines.next();
        }
        var fields = columns.dialect().split(text == null ? "" : text);
        if (columns.samplesIn(fields) != description.samples()) {
            throw new RecordingException("The file " + file + ", line " + line + ": found " + columns.samplesIn(fields)
                    + " samples, expected " + description.samples()
                    + ". The file has changed since it was opened: read it again.");
        }
        var samples = IntStream.range(from, to)
                .mapToDouble(i -> {
                    var column = columns.samples()[i];
                    return columns.dialect().cell(file, line, column, fields.get(column));
                })
                .toArray();
        return indices.stream()
                .map(index -> new Signal(channels().get(0), samples.clone(), Checksum.NOT_GIVEN))
                .toList();
    }
}
