package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Remarks below a table, each once, marked by letters. */
final class Footnotes {

    private final List<String> notes = new ArrayList<>();

    /** The mark of a remark; empty for an empty one. */
    String mark(String note) {
        if (note.isBlank()) {
            return "";
        }
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return letter(notes.indexOf(note));
    }

    private static String letter(int number) {
        var letters = 'z' - 'a' + 1;
        return (number < letters ? "" : letter(number / letters - 1)) + (char) ('a' + number % letters);
    }

    void write(Markup page) {
        if (notes.isEmpty()) {
            return;
        }
        page.start("ul", "class", "notes");
        for (var i = 0; i < notes.size(); i++) {
            page.start("li").leaf("sup", letter(i)).text(" " + notes.get(i)).end();
        }
        page.end();
    }
}
