package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the models were compared on.
 *
 * @param columns where labels, folds and subjects came from
 * @param rows that were given
 * @param commonRows that were used
 * @param subjects among them; empty without a subject column
 * @param classes the labels
 * @param positive the positive class
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

    static StudyDesign of(CommonRows common) {
        var classes = common.classes();
        var folds = new ArrayList<Fold>();
        for (var fold = 0; common.hasFolds() && fold < common.folds().size(); fold++) {
            var rows = common.rowsOf(fold);
            folds.add(new Fold(
                    common.folds().get(fold), rows.length, subjects(common, rows), rowsOfClasses(common, rows)));
        }
        var all = IntStream.range(0, common.size()).toArray();
        return new StudyDesign(
                common.cases().columns(),
                common.cases().size(),
                common.size(),
                subjects(common, all),
                classes.names(),
                classes.positive().map(classes.names()::get),
                rowsOfClasses(common, all),
                List.copyOf(folds));
    }

    private static Optional<Integer> subjects(CommonRows common, int[] rows) {
        return common.hasSubjects()
                ? Optional.of((int) Arrays.stream(rows)
                        .map(i -> common.subject()[i])
                        .distinct()
                        .count())
                : Optional.empty();
    }

    private static List<Long> rowsOfClasses(CommonRows common, int[] rows) {
        var counts = new Long[common.classes().size()];
        Arrays.fill(counts, 0L);
        for (var i : rows) {
            counts[common.actual()[i]]++;
        }
        return List.of(counts);
    }
}
