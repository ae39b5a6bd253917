package org.ecgdistill.evaluation.folds;

import java.util.List;

/**
 * What one fold holds.
 *
 * @param fold its number, from 0
 * @param rows in it
 * @param subjects in it; rows without a subject are not counted
 * @param classCounts rows of each class, in the report's order
 */
public record FoldSummary(int fold, int rows, int subjects, List<Integer> classCounts) {

    public FoldSummary {
        classCounts = List.copyOf(classCounts);
    }
}
