package org.ecgdistill.knime.common;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.knime.core.node.BufferedDataTable;

/** Reads columns of names (labels, subjects, folds) into memory. */
public final class TextReader {

    private static final int ROWS_PER_REPORT = 64;

    private TextReader() {}

    /** The cells of each column as text, null where missing, in one pass over the table. */
    public static List<List<String>> read(BufferedDataTable table, Progress progress, int... columns) {
        var texts = new ArrayList<List<String>>();
        for (var i = 0; i < columns.length; i++) {
            texts.add(new ArrayList<>());
        }
        var done = 0L;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                if (done % ROWS_PER_REPORT == 0) {
                    progress.report((double) done / table.size(), "Reading row " + (done + 1) + " of " + table.size());
                }
                var row = rows.next();
                for (var i = 0; i < columns.length; i++) {
                    var cell = row.getCell(columns[i]);
                    texts.get(i).add(cell.isMissing() ? null : cell.toString());
                }
                done++;
            }
        }
        return texts;
    }
}
