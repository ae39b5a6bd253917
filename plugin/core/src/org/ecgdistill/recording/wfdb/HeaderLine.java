package org.ecgdistill.recording.wfdb;

import org.ecgdistill.recording.RecordingException;

/** One line of a header, read word by word. Every message names the file and the line. */
final class HeaderLine {

    private final String file;
    private final int number;
    private final String text;
    private int at;

    HeaderLine(String file, int number, String text) {
        this.file = file;
        this.number = number;
        this.text = text;
    }

    /** The next word, or an empty text at the end of the line. */
    String word() {
        skipBlanks();
        var start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** What is left of the line. */
    String rest() {
        skipBlanks();
        var end = text.length();
        while (end > at && isBlank(text.charAt(end - 1))) {
            end--;
        }
        var rest = text.substring(at, end);
        at = end;
        return rest;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\r';
    }

    /** A whole number between two bounds. */
    long whole(String word, String what, long least, long most) {
        long value;
        try {
            value = Long.parseLong(word.startsWith("+") ? word.substring(1) : word);
        } catch (NumberFormatException ex) {
            value = fromDecimal(word, what);
        }
        if (value < least || value > most) {
            throw wrong(what + " is \"" + word + "\"", "a whole number from " + least + " to " + most);
        }
        return value;
    }

    /** Some programs write whole numbers such as {@code 1024.0}. */
    private long fromDecimal(String word, String what) {
        var value = number(word, what);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw wrong(what + " is \"" + word + "\"", "a whole number");
        }
        return (long) value;
    }

    double number(String word, String what) {
        try {
            var value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException ex) {
            // Reported below, with the place.
        }
        throw wrong(what + " is \"" + word + "\"", "a number");
    }

    RecordingException wrong(String found, String expected) {
        return new RecordingException("The header " + file + ", line " + number + ": " + found + ", and " + expected
                + " was expected. Correct the line, or get the header again from the source of the record.");
    }
}
