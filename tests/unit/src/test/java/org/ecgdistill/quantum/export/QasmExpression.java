package org.ecgdistill.quantum.export;

import java.util.List;

/** Arithmetic with + − * / ( ), pi, numbers and inputs, by recursive descent. */
final class QasmExpression {

    private final String text;
    private final List<String> inputs;
    private final double[] values;
    private int at;

    QasmExpression(String text, List<String> inputs, double[] values) {
        this.text = text.replace(" ", "");
        this.inputs = inputs;
        this.values = values;
    }

    double value() {
        var value = sum();
        if (at < text.length()) {
            throw new IllegalArgumentException("left over at " + at + ": " + text);
        }
        return value;
    }

    private double sum() {
        var value = product();
        while (true) {
            if (accept('+')) {
                value += product();
            } else if (accept('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        var value = factor();
        while (true) {
            if (accept('*')) {
                value *= factor();
            } else if (accept('/')) {
                value /= factor();
            } else {
                return value;
            }
        }
    }

    private double factor() {
        if (accept('-')) {
            return -factor();
        }
        if (accept('(')) {
            var value = sum();
            if (!accept(')')) {
                throw new IllegalArgumentException("a bracket stays open: " + text);
            }
            return value;
        }
        var start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || "._".indexOf(text.charAt(at)) >= 0
                        || text.charAt(at) == '-' && text.charAt(at - 1) == 'E')) {
            at++;
        }
        var word = text.substring(start, at);
        if (word.equals("pi")) {
            return Math.PI;
        }
        return inputs.contains(word) ? values[Integer.parseInt(word.substring(2))] : Double.parseDouble(word);
    }

    private boolean accept(char sign) {
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }
}
