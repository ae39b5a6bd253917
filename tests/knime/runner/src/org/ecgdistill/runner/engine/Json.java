package org.ecgdistill.runner.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259). */
final class Json {
    private Json() {}

    static String text(Object value) {
        return text(value, "\n");
    }

    private static String text(Object value, String lineStart) {
        var inner = lineStart + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "{}"
                    : map.entrySet().stream()
                            .map(entry -> string(entry.getKey().toString()) + ": " + text(entry.getValue(), inner))
                            .collect(Collectors.joining("," + inner, "{" + inner, lineStart + "}"));
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "[]"
                    : list.stream()
                            .map(element -> text(element, inner))
                            .collect(Collectors.joining("," + inner, "[" + inner, lineStart + "]"));
        }
        return value instanceof CharSequence ? string(value.toString()) : String.valueOf(value);
    }

    static String string(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    // '<' could end the script element that the text may stand in.
                    if (c < ' ' || c == '<') {
                        json.append(String.format("\\u%04x", c));
                    } else {
                        json.append((char) c);
                    }
                }
            }
        });
        return json.append('"').toString();
    }
}
