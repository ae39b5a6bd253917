package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.MetricValue;

/** A table with a caption, heads for columns and rows, and footnotes. */
final class Table {

    /** Tables of up to this many rows are kept on one page when printed. */
    private static final int FITS_ON_A_PAGE = 12;

    private final String caption;
    private final List<String> heads;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final Footnotes footnotes = new Footnotes();

    /**
     * What stands in a cell.
     *
     * @param below a second, smaller line; may be empty
     * @param note a remark for the footnotes; may be empty
     * @param style a class of the style sheet; may be empty
     */
    record Cell(String content, String below, String note, String style) {

        static Cell of(String content) {
            return new Cell(content, "", "", "");
        }

        static Cell of(String content, String below) {
            return new Cell(content, below, "", "");
        }

        /** A figure, with its remark. */
        static Cell of(MetricValue figure) {
            return of(Numbers.metric(figure)).withNote(figure.note());
        }

        Cell withNote(String newNote) {
            return new Cell(content, below, newNote, style);
        }

        Cell withStyle(String newStyle) {
            return new Cell(content, below, note, newStyle);
        }
    }

    Table(String caption, List<String> heads) {
        this.caption = caption;
        this.heads = List.copyOf(heads);
    }

    /** The first cell is the head of the row. */
    Table row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    Table row(Cell... cells) {
        return row(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Markup page) {
        page.start("div", "class", rows.size() > FITS_ON_A_PAGE ? "table" : "table short")
                .start("table")
                .leaf("caption", caption);
        page.start("thead").start("tr");
        for (var i = 0; i < heads.size(); i++) {
            var text = !rows.isEmpty() && rows.get(0).get(i).style().equals("text");
            page.leaf("th", heads.get(i), "scope", "col", "class", text ? "text" : "");
        }
        page.end().end().start("tbody");
        for (var row : rows) {
            page.start("tr");
            for (var i = 0; i < row.size(); i++) {
                write(page, row.get(i), i == 0);
            }
            page.end();
        }
        page.end().end().end();
        footnotes.write(page);
    }

    private void write(Markup page, Cell cell, boolean head) {
        var style = cell.style();
        if (head) {
            page.start("th", "scope", "row", "class", style);
        } else {
            page.start("td", "class", style);
        }
        page.text(cell.content());
        var mark = footnotes.mark(cell.note());
        if (!mark.isEmpty()) {
            page.leaf("sup", mark);
        }
        if (!cell.below().isEmpty()) {
            page.leaf("span", cell.below(), "class", "below");
        }
        page.end();
    }
}
