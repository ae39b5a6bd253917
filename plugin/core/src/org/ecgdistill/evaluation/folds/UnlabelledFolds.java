package org.ecgdistill.evaluation.folds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Folds of rows without a label: those of a subject that has labels lie in its fold, and all other subjects are dealt out
 * one by one, the largest first, each to the fold with the fewest rows without a label. The folds of labelled rows stay.
 */
final class UnlabelledFolds {

    private UnlabelledFolds() {}

    /**
     * @param ofLabelled the fold of each row, -1 for a row without a label
     * @param count of folds
     * @return the fold of each row, -1 for a row whose subject is missing
     */
    static int[] added(int[] ofLabelled, List<String> labels, Optional<List<String>> subjects, int count) {
        var folds = ofLabelled.clone();
        var foldOf = new HashMap<String, Integer>();
        for (var row = 0; row < folds.length && subjects.isPresent(); row++) {
            if (folds[row] >= 0) {
                foldOf.put(subjects.get().get(row), folds[row]);
            }
        }
        var rowsIn = new int[count];
        var others = new LinkedHashMap<String, List<Integer>>();
        for (var row = 0; row < folds.length; row++) {
            var subject = subjects.isPresent() ? subjects.get().get(row) : Integer.toString(row);
            if (labels.get(row) != null || subject == null) {
                continue;
            }
            if (subjects.isPresent() && foldOf.containsKey(subject)) {
                folds[row] = foldOf.get(subject);
                rowsIn[folds[row]]++;
            } else {
                others.computeIfAbsent(subject, name -> new ArrayList<>()).add(row);
            }
        }
        var dealt = new ArrayList<>(others.values());
        dealt.sort(Comparator.comparingInt((List<Integer> rows) -> -rows.size()));
        for (var rows : dealt) {
            var fewest = 0;
            for (var fold = 1; fold < count; fold++) {
                fewest = rowsIn[fold] < rowsIn[fewest] ? fold : fewest;
            }
            for (var row : rows) {
                folds[row] = fewest;
            }
            rowsIn[fewest] += rows.size();
        }
        return folds;
    }
}
