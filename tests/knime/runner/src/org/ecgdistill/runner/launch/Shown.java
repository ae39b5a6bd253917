package org.ecgdistill.runner.launch;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.api.Table;

/**
 * A table to be printed, and which of its columns.
 *
 * @param node the node's name or number
 * @param port the number of the output port, from 1
 * @param columns the columns wanted, all if there is none
 */
record Shown(String node, int port, List<String> columns) {

    /** Reads {@code CV Scorer/1} or {@code CV Scorer/1: Model, AUROC}. */
    static Shown of(String text) {
        var colon = text.indexOf(':');
        var place = colon < 0 ? text : text.substring(0, colon);
        var slash = place.lastIndexOf('/');
        try {
            var port = Integer.parseInt(place.substring(slash + 1).strip());
            return new Shown(place.substring(0, Math.max(slash, 0)).strip(), port, names(text, colon));
        } catch (NumberFormatException ex) {
            throw new RunnerException(
                    "\"--show " + text + "\" names no port; write --show \"NODE/PORT\" or --show \"NODE/PORT: COLUMN,"
                            + " COLUMN\".",
                    ex);
        }
    }

    private static List<String> names(String text, int colon) {
        return colon < 0
                ? List.of()
                : Arrays.stream(text.substring(colon + 1).split(","))
                        .map(String::strip)
                        .toList();
    }

    Table of(Table table) {
        return columns.isEmpty()
                ? table
                : new Table(columns.stream().map(table::column).toList(), table.rowKeys());
    }
}
