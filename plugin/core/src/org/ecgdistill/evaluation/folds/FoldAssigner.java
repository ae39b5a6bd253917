package org.ecgdistill.evaluation.folds;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * Stratified folds that keep a subject's rows together. Groups are dealt out one by one, the most uneven first, each to
 * the fold where it disturbs the balance least (the idea of scikit-learn's StratifiedGroupKFold); then single groups
 * are moved, and pairs exchanged, as long as that makes the folds more even, which dealing alone does not achieve.
 */
public final class FoldAssigner {

    private static final int GROUPS_PER_REPORT = 256;

    private final int folds;
    private final OptionalLong seed;

    /**
     * @param folds how many, at least 2
     * @param seed for another division of the same rows; empty for the one that follows from the order of the rows
     */
    public FoldAssigner(int folds, OptionalLong seed) {
        if (folds < 2) {
            throw new EvaluationException("Cross-validation needs at least 2 folds, but " + folds + " are asked for.");
        }
        this.folds = folds;
        this.seed = seed;
    }

    /**
     * The fold of each row, from 0, or -1 for a row whose label or subject is missing (null) and which therefore takes
     * no part.
     *
     * @param labels one per row
     * @param subjects one per row; empty if none are known, then every row counts as a subject of its own
     */
    public int[] assign(List<String> labels, Optional<List<String>> subjects, Progress progress) {
        var groups = Groups.of(labels, subjects);
        check(groups, subjects.isPresent());
        var division = new Division(groups, folds);
        deal(groups, division, progress.part(0, 0.3));
        new Improvement(division, groups.size()).run(progress.part(0.3, 1));
        return division.foldOfRows();
    }

    /**
     * The fold of each row, also of those without a label, from 0, or -1 for a row whose subject is missing (null). A
     * subject's rows lie in one fold; those with a label lie where {@link #assign} puts them.
     */
    public int[] assignAll(List<String> labels, Optional<List<String>> subjects, Progress progress) {
        var ofLabelled = new int[labels.size()];
        Arrays.fill(ofLabelled, -1);
        return UnlabelledFolds.added(
                labels.stream().allMatch(Objects::isNull) ? ofLabelled : assign(labels, subjects, progress),
                labels,
                subjects,
                folds);
    }

    private void check(Groups groups, boolean haveSubjects) {
        if (groups.size() == 0) {
            throw new EvaluationException("No row has " + (haveSubjects ? "both a label and a subject" : "a label")
                    + ", so no folds can be made. Check that the right columns are chosen.");
        }
        if (groups.size() < folds) {
            throw new EvaluationException(folds + " folds need at least " + folds
                    + (haveSubjects ? " different subjects" : " rows with a label") + ", but there "
                    + (groups.size() == 1 ? "is only 1" : "are only " + groups.size()) + ". Ask for fewer folds"
                    + (haveSubjects ? ", or check that the right subject column is chosen." : "."));
        }
    }

    private void deal(Groups groups, Division division, Progress progress) {
        var order = order(groups);
        for (var place = 0; place < order.length; place++) {
            if (place % GROUPS_PER_REPORT == 0) {
                progress.report((double) place / order.length, "Dealing out the subjects");
            }
            // When as many groups are left as folds are empty, each of those folds gets one.
            var onlyEmpty = order.length - place <= division.emptyFolds();
            var best = -1;
            var bestCost = Double.POSITIVE_INFINITY;
            for (var fold = 0; fold < folds; fold++) {
                if (onlyEmpty && division.groupsIn(fold) > 0) {
                    continue;
                }
                var cost = division.costOfPutting(order[place], fold);
                var alike = Math.abs(cost - bestCost) < Division.ROUNDING;
                if (alike ? division.rowsIn(fold) < division.rowsIn(best) : cost < bestCost) {
                    best = fold;
                    bestCost = cost;
                }
            }
            division.put(order[place], best);
        }
    }

    /** The most uneven groups first; with a seed, groups that are about alike in a random order. */
    private int[] order(Groups groups) {
        var random = seed.isPresent() ? new Random(seed.getAsLong()) : null;
        var keys = new double[groups.size()];
        for (var group = 0; group < keys.length; group++) {
            var factor = random == null ? 1 : 0.75 + 0.5 * random.nextDouble();
            keys[group] = factor * spread(groups.counts()[group]);
        }
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer group) -> -keys[group]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The standard deviation of a group's label counts; its size decides between those that are alike in that. */
    private static double spread(int[] counts) {
        var mean = Arrays.stream(counts).average().orElse(0);
        var squares = Arrays.stream(counts)
                .mapToDouble(count -> (count - mean) * (count - mean))
                .sum();
        return Math.sqrt(squares / counts.length) + 1e-3 * mean;
    }
}
