package org.ecgdistill.recording.dataset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.recording.Limits;

/** Reads statements with their likelihoods, a dictionary as Python writes it: {@code {'NORM': 100.0, 'SR': 0.0}}. */
final class ScpStatements {

    private final String text;
    private final Map<String, Double> likelihoods = new HashMap<>();
    private int at;

    private ScpStatements(String text) {
        this.text = text;
    }

    /** The likelihood of each statement in percent; empty if the text is not such a dictionary. */
    static Optional<Map<String, Double>> parse(String text) {
        var statements = new ScpStatements(text);
        return text.length() <= Limits.STATEMENTS && statements.isDictionary()
                ? Optional.of(statements.likelihoods)
                : Optional.empty();
    }

    /** Each character is read once. */
    private boolean isDictionary() {
        if (!takes('{')) {
            return false;
        }
        var isFirst = true;
        while (!takes('}')) {
            if (!isFirst && !takes(',')) {
                return false;
            }
            if (!isFirst && takes('}')) {
                break;
            }
            if (!takesEntry()) {
                return false;
            }
            isFirst = false;
        }
        skipBlanks();
        return at == text.length();
    }

    private boolean takesEntry() {
        if (!takes('\'')) {
            return false;
        }
        var close = text.indexOf('\'', at);
        if (close < 0) {
            return false;
        }
        var name = text.substring(at, close);
        at = close + 1;
        if (!takes(':')) {
            return false;
        }
        skipBlanks();
        var start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            // A statement that occurs twice counts with the higher likelihood.
            likelihoods.merge(name, Double.valueOf(text.substring(start, at)), Math::max);
            return true;
        } catch (NumberFormatException ex) {
            return false;
        }
    }

    private boolean takes(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
