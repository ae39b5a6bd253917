package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.knime.core.node.BufferedDataTable;

/** Reads columns of names (labels, subjects, folds) into memory. */
public final class TextReader {

    private TextReader() {}

    /** The cells of each column as text, null where missing, in one pass over the table. */
    public static List<List<String>> read(BufferedDataTable table, Progress progress, int... columns) {
        var texts = new ArrayList<List<String>>();
        for (var i = 0; i < columns.length; i++) {
            texts.add(new ArrayList<>());
        }
        try (var rows = new Rows(table, "Reading", progress)) {
            while (rows.hasNext()) {
                var row = rows.next();
                for (var i = 0; i < columns.length; i++) {
                    texts.get(i).add(Cells.text(row.getCell(columns[i])).orElse(null));
                }
            }
        }
        return texts;
    }
}
