package org.ecgdistill.recording.edf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.recording.Memory;

/**
 * The texts in one data record's annotation signal: a row of lists, each with an onset, perhaps a duration, and texts.
 */
final class TimestampedList {

    private static final byte TEXT_END = 20;
    private static final byte DURATION = 21;
    private static final int ENTRIES_BETWEEN_LOOKS = 1 << 16;

    /** Bytes of a short text in memory, with its place in the list. */
    private static final int ENTRY_BYTES = 80;

    /** A text at a time. */
    record Entry(double onset, String text) {}

    private TimestampedList() {}

    /**
     * The entries of one data record. The first has an empty text and gives the start of the data record itself. The
     * list ends at the first malformed entry.
     */
    static List<Entry> parse(Path file, byte[] bytes, int from, int to) {
        var entries = new ArrayList<Entry>();
        var at = from;
        while (at < to) {
            if (bytes[at] == 0) {
                at++;
                continue;
            }
            var end = at;
            while (end < to && bytes[end] != 0) {
                end++;
            }
            addAll(file, entries, new String(bytes, at, end - at, StandardCharsets.UTF_8));
            at = end + 1;
        }
        return entries;
    }

    private static void addAll(Path file, List<Entry> entries, String list) {
        var timeEnd = list.indexOf(TEXT_END);
        if (timeEnd < 0) {
            return;
        }
        var durationAt = list.indexOf(DURATION);
        var onset = list.substring(0, durationAt >= 0 && durationAt < timeEnd ? durationAt : timeEnd);
        double seconds;
        try {
            seconds = Double.parseDouble(onset);
        } catch (NumberFormatException ex) {
            return;
        }
        if (!Double.isFinite(seconds)) {
            return;
        }
        var at = timeEnd + 1;
        for (var end = list.indexOf(TEXT_END, at); end >= 0; end = list.indexOf(TEXT_END, at)) {
            entries.add(new Entry(seconds, list.substring(at, end)));
            if (entries.size() % ENTRIES_BETWEEN_LOOKS == 0) {
                Memory.check("The EDF file " + file, (double) ENTRY_BYTES * entries.size());
            }
            at = end + 1;
        }
    }
}
