package org.ecgdistill.evaluation.folds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rows gathered into groups that must stay together, and counted by label.
 *
 * @param ofRow the group of each row, or -1 for a row that takes no part
 * @param counts rows by group and label
 */
record Groups(int[] ofRow, int[][] counts) {

    /** Rows of one subject form a group; without subjects every row is its own. */
    static Groups of(List<String> labels, Optional<List<String>> subjects) {
        var ofRow = new int[labels.size()];
        var groupNumbers = new HashMap<String, Integer>();
        var classNumbers = new TreeMap<String, Integer>();
        var groups = 0;
        for (var row = 0; row < ofRow.length; row++) {
            var label = labels.get(row);
            if (label == null || subjects.isPresent() && subjects.get().get(row) == null) {
                ofRow[row] = -1;
                continue;
            }
            var next = groups;
            ofRow[row] = subjects.isEmpty()
                    ? next
                    : groupNumbers.computeIfAbsent(subjects.get().get(row), subject -> next);
            groups = Math.max(groups, ofRow[row] + 1);
            classNumbers.put(label, 0);
        }
        // Numbered by name, so that the order of the rows does not matter for the rounding of sums over labels.
        var number = 0;
        for (var label : classNumbers.entrySet()) {
            label.setValue(number++);
        }
        var counts = new int[groups][number];
        for (var row = 0; row < ofRow.length; row++) {
            if (ofRow[row] >= 0) {
                counts[ofRow[row]][classNumbers.get(labels.get(row))]++;
            }
        }
        return new Groups(ofRow, counts);
    }

    int size() {
        return counts.length;
    }

    int classes() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    /** The number of rows in a group. */
    int rows(int group) {
        return Arrays.stream(counts[group]).sum();
    }
}
