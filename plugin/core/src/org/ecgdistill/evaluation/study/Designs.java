package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes the common rows. */
final class Designs {

    private Designs() {}

    static StudyDesign of(CommonRows common) {
        var classes = common.classes();
        var folds = new ArrayList<StudyDesign.Fold>();
        for (var fold = 0; common.hasFolds() && fold < common.folds().size(); fold++) {
            var rows = common.rowsOf(fold);
            folds.add(new StudyDesign.Fold(
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
