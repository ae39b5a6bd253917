package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Channel;
import org.ecgdistill.recording.Checksum;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.recording.Signal;
import org.ecgdistill.recording.TimeRange;

/** A file of numbers with one lead per column and one sample per row. A column of times is left out. */
final class ColumnsRecording implements CsvRecording {

    private static final Set<String> TIMES = Set.of(
            "time",
            "elapsed time",
            "timestamp",
            "date",
            "datetime",
            "t",
            "seconds",
            "s",
            "sec",
            "ms",
            "sample",
            "sample #",
            "index");

    /** A unit after a name, as in {@code Time (s)}, {@code t[ms]}, {@code time/s} and {@code time ms}. */
    private static final Pattern UNIT = Pattern.compile("\\s*(?:[(\\[/].*|[ ](?:s|sec|seconds|ms|us))$");

    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private final Path file;
    private final CsvForm form;
    private final CsvHead head;

    /** The columns that are leads. */
    private final int[] columns;

    private final String name;
    private final long rows;

    private ColumnsRecording(Path file, String name, CsvForm form, CsvHead head, long rows) {
        this.file = file;
        this.name = name;
        this.form = form;
        this.head = head;
        this.rows = rows;
        this.columns = IntStream.range(0, head.width()).filter(this::isLead).toArray();
    }

    static ColumnsRecording open(Path file, String name, CsvForm form, CsvHead head, Progress progress) {
        var rows = 0L;
        try (var lines = CsvLines.open(file, head.dataStart(), head.linesBefore())) {
            while (lines.next() != null) {
                if (rows++ % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report(0, "Counting the rows of " + name);
                }
            }
        }
        return new ColumnsRecording(file, name, form, head, rows);
    }

    private boolean isLead(int column) {
        var first = head.isIndex(0) ? 1 : 0;
        return head.holdsNumbers(column) && !head.isIndex(column) && !(column == first && isTime(head.name(column)));
    }

    private static boolean isTime(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return TIMES.contains(lower)
                || TIMES.contains(UNIT.matcher(lower.replace('_', ' ')).replaceFirst(""));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double rate() {
        return form.rate();
    }

    @Override
    public List<Channel> channels() {
        return IntStream.range(0, columns.length)
                .mapToObj(i -> new Channel(name(i), units(i), form.rate(), rows))
                .toList();
    }

    private String name(int lead) {
        var name = head.name(columns[lead]);
        return name.isEmpty() ? "signal " + (lead + 1) : name;
    }

    private String units(int lead) {
        var units = head.units();
        return columns[lead] < units.size() && !units.get(columns[lead]).isEmpty()
                ? units.get(columns[lead])
                : form.units();
    }

    @Override
    public List<Signal> read(List<Integer> indices, TimeRange range, Progress progress) {
        Memory.checkIndices(name(), indices, columns.length);
        var from = range.firstSample(form.rate(), rows);
        var to = range.endSample(form.rate(), rows);
        var length = Memory.length(name(), to - from, (double) (to - from) * indices.size());
        var targets = new double[indices.size()][length];
        try (var lines = CsvLines.open(file, head.dataStart(), head.linesBefore())) {
            for (var row = 0L; row < to; row++) {
                var line = lines.next();
                if (line == null) {
                    throw new RecordingException("The file " + file + " ends after line " + lines.number() + ": found "
                            + row + " samples of each lead, expected " + rows
                            + ". The file has changed since it was opened: read it again.");
                }
                if (row >= from) {
                    take(line, lines.number(), indices, targets, (int) (row - from));
                }
                if (row % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report((double) row / to, "Reading " + name());
                }
            }
        }
        var channels = channels();
        return IntStream.range(0, targets.length)
                .mapToObj(i -> new Signal(channels.get(indices.get(i)), targets[i], Checksum.NOT_GIVEN))
                .toList();
    }

    private void take(String line, long number, List<Integer> indices, double[][] targets, int place) {
        var fields = head.dialect().split(line);
        if (fields.size() != head.width()) {
            throw new RecordingException("The file " + file + ", line " + number + ": found " + fields.size()
                    + " fields, expected " + head.width()
                    + " as in the first row of numbers. Correct the line, or export the file again.");
        }
        for (var i = 0; i < targets.length; i++) {
            var column = columns[indices.get(i)];
            targets[i][place] = head.dialect().cell(file, number, column, fields.get(column));
        }
    }
}
