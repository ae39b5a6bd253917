package org.ecgdistill.evaluation.report;

import java.util.List;
import java.util.Locale;

/** A picture with two axes, drawn as SVG: frame, ticks, lines and markers in the units of the data. */
final class Picture {

    static final int WIDTH = 480;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 14;
    private static final int TOP = 30;
    private static final int BOTTOM = 46;
    private static final double MARKER = 4.5;
    private static final int MARKERS = 4;
    private static final double LABEL_GAP = 9;

    /** The width of a letter of a label, about. */
    private static final double LETTER = 7;

    private final Markup page;
    private final Axis x;
    private final Axis y;
    private final int height;

    /** @param description what a reader who does not see the picture should know */
    Picture(Markup page, String id, String title, String description, Axis x, Axis y) {
        this(page, id, title, description, x, y, HEIGHT);
    }

    Picture(Markup page, String id, String title, String description, Axis x, Axis y, int height) {
        this.page = page;
        this.x = x;
        this.y = y;
        this.height = height;
        page.start("figure")
                .start(
                        "svg",
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title " + id + "-text");
        page.leaf("title", title, "id", id + "-title").leaf("desc", description, "id", id + "-text");
        page.leaf("text", title, "x", number(LEFT), "y", "18", "class", "title");
        axes();
    }

    private void axes() {
        for (var tick : x.ticks()) {
            var at = number(left(tick.at()));
            line(left(tick.at()), TOP, left(tick.at()), (double) height - BOTTOM, "grid");
            page.leaf(
                    "text",
                    tick.label(),
                    "x",
                    at,
                    "y",
                    number(height - BOTTOM + 16.0),
                    "class",
                    "tick",
                    "text-anchor",
                    "middle");
        }
        for (var tick : y.ticks()) {
            line(LEFT, top(tick.at()), (double) WIDTH - RIGHT, top(tick.at()), "grid");
            page.leaf(
                    "text",
                    tick.label(),
                    "x",
                    number(LEFT - 7.0),
                    "y",
                    number(top(tick.at()) + 4),
                    "class",
                    "tick",
                    "text-anchor",
                    "end");
        }
        page.empty(
                "rect",
                "x",
                number(LEFT),
                "y",
                number(TOP),
                "width",
                number((double) WIDTH - LEFT - RIGHT),
                "height",
                number((double) height - TOP - BOTTOM),
                "class",
                "frame");
        page.leaf(
                "text",
                x.label(),
                "x",
                number((LEFT + WIDTH - RIGHT) / 2.0),
                "y",
                number(height - 10.0),
                "text-anchor",
                "middle");
        var middle = (TOP + height - BOTTOM) / 2.0;
        page.leaf(
                "text",
                y.label(),
                "x",
                "15",
                "y",
                number(middle),
                "text-anchor",
                "middle",
                "transform",
                "rotate(-90 15 " + number(middle) + ")");
    }

    /** A dashed grey line that helps to read the picture. */
    void guide(double fromX, double fromY, double toX, double toY) {
        line(left(fromX), top(fromY), left(toX), top(toY), "guide");
    }

    void guide(List<double[]> points) {
        page.empty("polyline", "points", path(points), "class", "guide");
    }

    /** Points of a model, joined by lines. */
    void series(int model, String name, List<double[]> points) {
        page.start(
                "polyline",
                "points",
                path(points),
                "class",
                "series " + Style.line(model),
                "stroke-dasharray",
                Style.dashes(model));
        page.leaf("title", name).end();
    }

    /** From where to where a figure lies. */
    void bar(int model, double atX, double fromY, double toY) {
        line(left(atX), top(fromY), left(atX), top(toY), "bar " + Style.line(model));
    }

    void marker(int model, String name, double atX, double atY) {
        page.start("path", "d", shape(model % MARKERS, left(atX), top(atY)), "class", Style.fill(model));
        page.leaf("title", name).end();
    }

    /** A text beside a point, where there is room for it. */
    void label(String content, double atX, double atY) {
        var right = left(atX) + LABEL_GAP + content.length() * LETTER < (double) WIDTH - RIGHT;
        var above = top(atY) > TOP + 2 * LABEL_GAP;
        page.leaf(
                "text",
                content,
                "x",
                number(left(atX) + (right ? LABEL_GAP : -LABEL_GAP)),
                "y",
                number(top(atY) + (above ? -6 : 2 * LABEL_GAP)),
                "class",
                "label",
                "text-anchor",
                right ? "start" : "end");
    }

    void end(String caption) {
        page.end().leaf("figcaption", caption).end();
    }

    private void line(double fromX, double fromY, double toX, double toY, String style) {
        page.empty(
                "line", "x1", number(fromX), "y1", number(fromY), "x2", number(toX), "y2", number(toY), "class", style);
    }

    private String path(List<double[]> points) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "" : " ")
                    .append(number(left(point[0])))
                    .append(',')
                    .append(number(top(point[1])));
        }
        return path.toString();
    }

    private double left(double value) {
        return LEFT + x.part(value) * (WIDTH - LEFT - RIGHT);
    }

    private double top(double value) {
        return height - BOTTOM - y.part(value) * (height - TOP - BOTTOM);
    }

    static String shape(int kind, double x, double y) {
        var r = MARKER;
        return switch (kind) {
            case 0 ->
                move(x - r, y) + "a" + r + " " + r + " 0 1 0 " + 2 * r + " 0a" + r + " " + r + " 0 1 0 " + -2 * r
                        + " 0z";
            case 1 -> move(x - r, y - r) + "h" + 2 * r + "v" + 2 * r + "h" + -2 * r + "z";
            case 2 -> move(x, y - 1.2 * r) + "l" + 1.2 * r + " " + 2.1 * r + "h" + -2.4 * r + "z";
            default ->
                move(x, y - 1.3 * r) + "l" + 1.3 * r + " " + 1.3 * r + "l" + -1.3 * r + " " + 1.3 * r + "l" + -1.3 * r
                        + " " + -1.3 * r + "z";
        };
    }

    private static String move(double x, double y) {
        return "M" + number(x) + " " + number(y);
    }

    static String number(double value) {
        var plain = String.format(Locale.ROOT, "%.2f", value);
        return plain.endsWith(".00") ? plain.substring(0, plain.length() - 3) : plain;
    }
}
