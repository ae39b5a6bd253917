package org.ecgdistill.evaluation.folds;

import java.util.Arrays;

/**
 * Groups on their way into folds, and how evenly each label is spread over the folds: the sum over folds and labels of
 * the squared difference between the share of the label's rows that lie in the fold and the even share 1/k. A label
 * counts the same however rare it is, so that the few abnormal rows are not all left in one fold.
 */
final class Division {

    /** Gains below this are rounding. */
    static final double ROUNDING = 1e-12;

    private final Groups groups;
    private final int[] foldOfGroup;
    private final int[] groupsInFold;
    private final int[] rowsInFold;
    private final int[][] counts;
    private final double[] weights;
    private final double[] even;

    /** No group is in any fold yet. */
    Division(Groups groups, int folds) {
        this.groups = groups;
        foldOfGroup = new int[groups.size()];
        groupsInFold = new int[folds];
        rowsInFold = new int[folds];
        counts = new int[folds][groups.classes()];
        weights = new double[groups.classes()];
        even = new double[groups.classes()];
        for (var label = 0; label < even.length; label++) {
            var total = 0;
            for (var group : groups.counts()) {
                total += group[label];
            }
            weights[label] = 1.0 / ((double) total * total);
            even[label] = (double) total / folds;
        }
    }

    int folds() {
        return counts.length;
    }

    int foldOf(int group) {
        return foldOfGroup[group];
    }

    int groupsIn(int fold) {
        return groupsInFold[fold];
    }

    int rowsIn(int fold) {
        return rowsInFold[fold];
    }

    int emptyFolds() {
        return (int) Arrays.stream(groupsInFold).filter(number -> number == 0).count();
    }

    void put(int group, int fold) {
        foldOfGroup[group] = fold;
        count(group, fold, 1);
    }

    void move(int group, int fold) {
        count(group, foldOfGroup[group], -1);
        put(group, fold);
    }

    void exchange(int group, int partner) {
        var fold = foldOfGroup[group];
        move(group, foldOfGroup[partner]);
        move(partner, fold);
    }

    private void count(int group, int fold, int sign) {
        groupsInFold[fold] += sign;
        rowsInFold[fold] += sign * groups.rows(group);
        for (var label = 0; label < even.length; label++) {
            counts[fold][label] += sign * groups.counts()[group][label];
        }
    }

    /** By how much the sum grows if a group that is in no fold is put into this one. */
    double costOfPutting(int group, int fold) {
        var rows = groups.counts()[group];
        var cost = 0.0;
        for (var label = 0; label < rows.length; label++) {
            cost += weights[label] * rows[label] * (2 * (counts[fold][label] - even[label]) + rows[label]);
        }
        return cost;
    }

    double costOfMoving(int group, int fold) {
        var from = counts[foldOfGroup[group]];
        var to = counts[fold];
        var rows = groups.counts()[group];
        var cost = 0.0;
        for (var label = 0; label < rows.length; label++) {
            cost += weights[label] * rows[label] * (to[label] - from[label] + rows[label]);
        }
        return 2 * cost;
    }

    double costOfExchanging(int group, int partner) {
        var from = counts[foldOfGroup[group]];
        var to = counts[foldOfGroup[partner]];
        var leaving = groups.counts()[group];
        var coming = groups.counts()[partner];
        var cost = 0.0;
        for (var label = 0; label < leaving.length; label++) {
            var moved = leaving[label] - coming[label];
            cost += weights[label] * moved * (to[label] - from[label] + moved);
        }
        return 2 * cost;
    }

    /** Whether every label is spread as evenly as whole rows allow. */
    boolean isPerfect() {
        for (var fold : counts) {
            for (var label = 0; label < fold.length; label++) {
                if (Math.abs(fold[label] - even[label]) >= 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The fold of each row, -1 for rows without a group. */
    int[] foldOfRows() {
        return Arrays.stream(groups.ofRow())
                .map(group -> group < 0 ? -1 : foldOfGroup[group])
                .toArray();
    }
}
