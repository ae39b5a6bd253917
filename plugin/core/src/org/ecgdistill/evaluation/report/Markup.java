package org.ecgdistill.evaluation.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes elements of HTML and SVG; texts and attributes are escaped, every start has its end. */
final class Markup {

    private static final Set<String> WITHOUT_END = Set.of("meta");
    private static final Set<String> WITHIN_A_LINE = Set.of("td", "th", "span", "text", "b", "sup");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns */
    Markup start(String tag, String... attributes) {
        text.append('<').append(tag);
        for (var i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        if (WITHOUT_END.contains(tag)) {
            text.append(" />\n"); // which XML readers understand too
        } else {
            text.append('>');
            open.push(tag);
        }
        return this;
    }

    Markup end() {
        var tag = open.pop();
        text.append("</").append(tag).append('>');
        if (!WITHIN_A_LINE.contains(tag)) {
            text.append('\n');
        }
        return this;
    }

    Markup text(String content) {
        text.append(escaped(content));
        return this;
    }

    /** An element with nothing but a text in it. */
    Markup leaf(String tag, String content, String... attributes) {
        return start(tag, attributes).text(content).end();
    }

    /** An element without content. */
    Markup empty(String tag, String... attributes) {
        return start(tag, attributes).end();
    }

    /** A style sheet, which is not escaped in HTML. */
    Markup style(String css) {
        text.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements without an end: " + open);
        }
        return text.toString();
    }
}
