package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecgdistill.evaluation.metrics.BinaryCounts;

/**
 * Each class against all others, for each subject. Only what occurs is kept: a matrix for each subject would take the square
 * of the number of classes.
 */
final class SubjectCounts {

    private static final int FOUND = 0;
    private static final int ACTUAL = 1;
    private static final int PREDICTED = 2;
    private static final int FORGIVEN = 3;

    private final long[] rows;

    /** For each class the counts of the subjects that have it, as label or as prediction. */
    private final List<Map<Integer, long[]>> byClass = new ArrayList<>();

    private SubjectCounts(int classes, int subjects) {
        rows = new long[subjects];
        for (var c = 0; c < classes; c++) {
            byClass.add(new HashMap<>());
        }
    }

    /** A wrong prediction that does not count as one. */
    @FunctionalInterface
    interface Excuse {
        boolean holds(int actual, int predicted);
    }

    /**
     * @param predicted the predicted class of each row; the number of classes stands for a class that is not a label
     * @param subject of each row, from 0
     */
    static SubjectCounts of(int classes, int subjects, int[] actual, int[] predicted, int[] subject, Excuse excuse) {
        var counts = new SubjectCounts(classes, subjects);
        for (var i = 0; i < actual.length; i++) {
            counts.rows[subject[i]]++;
            counts.of(actual[i], subject[i])[ACTUAL]++;
            if (predicted[i] < classes) {
                var ofPredicted = counts.of(predicted[i], subject[i]);
                ofPredicted[PREDICTED]++;
                ofPredicted[FOUND] += actual[i] == predicted[i] ? 1 : 0;
                ofPredicted[FORGIVEN] += excuse.holds(actual[i], predicted[i]) ? 1 : 0;
            }
        }
        return counts;
    }

    private long[] of(int c, int subject) {
        return byClass.get(c).computeIfAbsent(subject, s -> new long[FORGIVEN + 1]);
    }

    /** One class against all others, by subject. */
    List<BinaryCounts> ofClass(int c) {
        var counts = new BinaryCounts[rows.length];
        Arrays.setAll(counts, s -> new BinaryCounts(0, 0, rows[s], 0));
        byClass.get(c).forEach((subject, of) -> {
            var mistaken = of[PREDICTED] - of[FOUND];
            var missed = of[ACTUAL] - of[FOUND];
            counts[subject] = new BinaryCounts(
                    of[FOUND], mistaken - of[FORGIVEN], rows[subject] - of[FOUND] - mistaken - missed, missed);
        });
        return Arrays.asList(counts);
    }
}
