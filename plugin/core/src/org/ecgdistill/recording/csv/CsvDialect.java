package org.ecgdistill.recording.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ecgdistill.recording.RecordingException;

/**
 * How a file of numbers is written, detected from its first lines.
 *
 * @param delimiter between fields; a blank stands for any number of blanks
 * @param decimalComma whether numbers are written 0,5
 */
record CsvDialect(char delimiter, boolean decimalComma) {

    /** In this order, because a comma may also be part of the numbers and a blank part of the names. */
    private static final char[] DELIMITERS = {'\t', ';', ',', '|', ' '};

    private static final Pattern COMMA_NUMBER = Pattern.compile("[-+]?\\d*,\\d+([eE][-+]?\\d+)?");

    static CsvDialect of(List<String> lines) {
        for (var delimiter : DELIMITERS) {
            if (usualFields(lines, new CsvDialect(delimiter, false)) > 1) {
                var comma = delimiter != ','
                        && lines.stream()
                                .flatMap(line -> new CsvDialect(delimiter, false).split(line).stream())
                                .anyMatch(field -> COMMA_NUMBER.matcher(field).matches());
                return new CsvDialect(delimiter, comma);
            }
        }
        return new CsvDialect(',', false);
    }

    static boolean isDelimiter(char character) {
        for (var delimiter : DELIMITERS) {
            if (delimiter == character) {
                return true;
            }
        }
        return false;
    }

    /**
     * The commonest number of fields in the later lines: the first may be titles, and one damaged line must not decide.
     */
    private static int usualFields(List<String> lines, CsvDialect dialect) {
        var counts = new TreeMap<Integer, Integer>();
        lines.subList(lines.size() / 2, lines.size())
                .forEach(line -> counts.merge(dialect.split(line).size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /** The fields of a line, without blanks and quotes around them. */
    List<String> split(String line) {
        var fields = new ArrayList<String>();
        var at = 0;
        var text = delimiter == ' ' ? line.strip() : line;
        while (at <= text.length()) {
            var end = fieldEnd(text, at);
            fields.add(unquoted(text.substring(at, end).strip()));
            at = end + 1;
            while (delimiter == ' ' && at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return fields;
    }

    private int fieldEnd(String text, int start) {
        var at = start;
        while (at < text.length() && text.charAt(at) == ' ' && delimiter != ' ') {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            var close = text.indexOf(text.charAt(at), at + 1);
            if (close > 0) {
                at = close;
            }
        }
        var end = text.indexOf(delimiter, at);
        return end < 0 ? text.length() : end;
    }

    private static String unquoted(String field) {
        var last = field.length() - 1;
        return last > 0 && (field.charAt(0) == '"' || field.charAt(0) == '\'') && field.charAt(last) == field.charAt(0)
                ? field.substring(1, last).strip()
                : field;
    }

    /** Whether a field is a number or stands for one that is missing. */
    boolean isNumber(String field) {
        return isMissing(field) || !Double.isNaN(number(field));
    }

    private static boolean isMissing(String field) {
        return field.isEmpty()
                || field.equals("-")
                || field.equals("?")
                || field.equalsIgnoreCase("nan")
                || field.equalsIgnoreCase("na")
                || field.equalsIgnoreCase("null");
    }

    /** The number in a cell; NaN if it is missing. */
    double cell(Path file, long line, int column, String field) {
        var value = number(field);
        if (Double.isNaN(value) && !isMissing(field)) {
            throw new RecordingException("The file " + file + ", line " + line + ", column " + (column + 1)
                    + ": found \"" + field
                    + "\", expected a number. Correct the cell, or leave it empty if the sample is missing.");
        }
        return value;
    }

    /** The number; NaN if the field is not a number. */
    double number(String field) {
        var text = decimalComma ? field.replace(',', '.') : field;
        if (text.isEmpty() || text.charAt(text.length() - 1) > '9') {
            // Java would take 1d for a number.
            return Double.NaN;
        }
        try {
            var value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException ex) {
            return Double.NaN;
        }
    }
}
