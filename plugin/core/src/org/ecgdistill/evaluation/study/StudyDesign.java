package org.ecgdistill.evaluation.study;

import java.util.List;
import java.util.Optional;

/**
 * What the models were compared on.
 *
 * @param columns where labels, folds and subjects came from
 * @param rows that were given
 * @param commonRows that were used
 * @param subjects among them; empty without a subject column
 * @param classes the labels
 * @param positive the class that was looked for
 * @param rowsOfClasses the used rows of each class
 * @param folds what each fold holds; empty without a fold column
 */
public record StudyDesign(
        CaseColumns columns,
        long rows,
        long commonRows,
        Optional<Integer> subjects,
        List<String> classes,
        Optional<String> positive,
        List<Long> rowsOfClasses,
        List<Fold> folds) {

    /** One fold: its number in the table, its rows, its subjects and the rows of each class. */
    public record Fold(int number, long rows, Optional<Integer> subjects, List<Long> rowsOfClasses) {}
}
