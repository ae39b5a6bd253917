package org.ecgdistill.recording.wfdb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The end of a record line: the time of day and the date of the first sample. Recorders write them in many ways and in
 * either order; what cannot be understood is left out, because no sample depends on it.
 */
record StartField(Optional<LocalTime> time, Optional<LocalDate> date) {

    private static final StartField NONE = new StartField(Optional.empty(), Optional.empty());

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static StartField parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Optional<LocalTime> time = Optional.empty();
        Optional<LocalDate> date = Optional.empty();
        for (var word : text.split("[\\sT]+")) {
            if (time.isEmpty() && word.indexOf(':') > 0) {
                time = time(word);
            } else if (date.isEmpty()) {
                date = date(word);
            }
        }
        return new StartField(time, date);
    }

    private static Optional<LocalTime> time(String word) {
        var parts = word.split(":");
        try {
            var seconds = parts.length > 2 ? Double.parseDouble(parts[2]) : 0;
            var whole = (int) Math.floor(seconds);
            return Optional.of(LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), whole, (int)
                    Math.min(999_999_999, Math.round((seconds - whole) * 1e9))));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException ex) {
            return Optional.empty();
        }
    }

    /** Day, month and year, or the year first; the month as a number or a name. */
    private static Optional<LocalDate> date(String word) {
        var parts = word.split("[/.-]");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var yearFirst = parts[0].length() == 4;
            var day = Integer.parseInt(parts[yearFirst ? 2 : 0]);
            var year = Integer.parseInt(parts[yearFirst ? 0 : 2]);
            return Optional.of(LocalDate.of(year, month(parts[1]), day));
        } catch (DateTimeException | NumberFormatException ex) {
            return Optional.empty();
        }
    }

    private static int month(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var named = lower.length() < 3 ? -1 : MONTHS.indexOf(lower.substring(0, 3));
        return named >= 0 ? named + 1 : Integer.parseInt(word);
    }
}
