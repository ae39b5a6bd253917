package org.ecgdistill.wavelet;

import java.util.Arrays;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.wavelet.MagnitudeClasses.ClassRange;

/**
 * Evaluates the magnitudes of a level's coefficients as if they were sorted, without sorting them all: they are counted
 * in classes, bounds rule out nearly all classes, and only what remains is sorted. One object serves one thread for any
 * number of levels.
 */
final class LevelMagnitudes {

    /** Up to this many are sorted directly. */
    private static final int FEW = 1024;

    private final MagnitudeClasses coarse = new MagnitudeClasses();
    private final MagnitudeClasses fine = new MagnitudeClasses();
    private final boolean[] possible = new boolean[MagnitudeClasses.CLASSES];
    private double[] candidates = {};
    private Slice level;
    private boolean counted;

    /** Switches to another level, whose coefficients must not change while they are evaluated. */
    void look(Slice newLevel) {
        level = newLevel;
        if (candidates.length < level.length()) {
            candidates = new double[level.length()];
        }
        counted = false;
    }

    /** Counts the level when the counts are first needed: some rules need none. */
    private MagnitudeClasses counted() {
        if (!counted) {
            coarse.count(level);
            counted = true;
        }
        return coarse;
    }

    int size() {
        return level.length();
    }

    /** The sum of squares. */
    double energy() {
        var sum = 0.0;
        if (isSmall()) {
            for (var i = 0; i < size(); i++) {
                sum += level.get(i) * level.get(i);
            }
        } else {
            var classes = counted();
            for (var i = 0; i < MagnitudeClasses.CLASSES; i++) {
                sum += classes.energy(i);
            }
        }
        return sum;
    }

    /** The median of the magnitudes; of an even number of them the mean of the middle two. */
    double median() {
        var lower = (size() - 1) / 2;
        var upper = size() / 2;
        var before = 0;
        if (isSmall()) {
            sort(all());
        } else {
            var range = rangeOf(lower, upper);
            before = range.countBefore();
            sort(gather(range));
        }
        return (candidates[lower - before] + candidates[upper - before]) / 2;
    }

    /**
     * The magnitude t that minimises Stein's unbiased estimate of the error of soft thresholding at t,
     * n·σ² − 2σ²·#{|d| ≤ t} + Σ min(d², t²), among the magnitudes themselves (Donoho and Johnstone, J. Amer. Statist.
     * Assoc. 90 (1995) 1200, section 2.3).
     */
    double steinThreshold(double variance) {
        var minimum = new SteinMinimum(size(), variance);
        if (isSmall()) {
            sort(all());
            minimum.tryAll(candidates, 0, size(), 0, 0);
            return minimum.threshold();
        }
        var classes = counted();
        var range = markPossibleMinima(classes, 0, 0, variance);
        var number = gather(range);
        if (number > FEW && coarse.canSplit(range)) {
            classes = fine;
            fine.countFiner(candidates, number, coarse, range);
            range = markPossibleMinima(fine, range.countBefore(), range.energyBefore(), variance);
        }
        sort(keepPossible(number, classes));
        var count = range.countBefore();
        var energy = range.energyBefore();
        var next = 0;
        for (var i = range.first(); i <= range.last(); i++) {
            if (possible[i]) {
                minimum.tryAll(candidates, next, next + classes.count(i), count, energy);
                next += classes.count(i);
            }
            count += classes.count(i);
            energy += classes.energy(i);
        }
        return minimum.threshold();
    }

    /**
     * The sum of squared errors that shrinking is expected to leave. Where the level has been counted, all members of a
     * class count as its root mean square, which is within one per cent of each.
     */
    double risk(Shrinkage shrinkage, double threshold, double variance) {
        if (!counted) {
            return shrinkage.risk(level, threshold, variance);
        }
        var sum = 0.0;
        for (var i = 0; i < MagnitudeClasses.CLASSES; i++) {
            var count = coarse.count(i);
            if (count > 0) {
                sum += count * shrinkage.risk(coarse.energy(i) / count, threshold, variance);
            }
        }
        return sum;
    }

    private boolean isSmall() {
        return size() <= FEW;
    }

    /**
     * Marks the classes whose lower bound of the risk does not exceed the smallest upper bound of all. The largest
     * member of a class lies between its edges: that bounds the risk there from above; and no member can have less risk
     * than one at the lower edge with all other members already below it.
     */
    private ClassRange markPossibleMinima(
            MagnitudeClasses classes, int countBefore, double energyBefore, double variance) {
        var least = Double.POSITIVE_INFINITY;
        var count = countBefore;
        var energy = energyBefore;
        for (var i = 0; i < MagnitudeClasses.CLASSES; i++) {
            if (classes.count(i) > 0) {
                count += classes.count(i);
                energy += classes.energy(i);
                least = Math.min(least, energy - 2 * variance * count + clipped(count, classes.edge(i + 1)));
            }
        }
        // Sums over classes and over single coefficients are rounded differently.
        least += 1e-12 * (energy + variance * size());
        var first = -1;
        var last = -1;
        count = countBefore;
        energy = energyBefore;
        var countFirst = 0;
        var energyFirst = 0.0;
        for (var i = 0; i < MagnitudeClasses.CLASSES; i++) {
            var members = classes.count(i);
            var lowest = energy - 2 * variance * (count + members) + clipped(count, classes.edge(i));
            possible[i] = members > 0 && lowest <= least;
            if (possible[i]) {
                if (first < 0) {
                    first = i;
                    countFirst = count;
                    energyFirst = energy;
                }
                last = i;
            }
            count += members;
            energy += classes.energy(i);
        }
        if (first < 0) {
            // The sums are infinite.
            throw new SignalException("The signal's samples are too large for a threshold to be found: their squares"
                    + " add up to more than any number can hold. Signals in millivolts stay below 100: correct the unit"
                    + " or leave this row out.");
        }
        return new ClassRange(first, last, countFirst, energyFirst);
    }

    /** What all but the {@code count} smallest contribute to the risk if they are cut at {@code edge}. */
    private double clipped(int count, double edge) {
        return count == size() ? 0 : (size() - count) * (edge * edge);
    }

    /** The classes that hold two neighbouring ranks. */
    private ClassRange rangeOf(int lower, int upper) {
        var classes = counted();
        var index = 0;
        var before = 0;
        while (before + classes.count(index) <= lower) {
            before += classes.count(index++);
        }
        var last = index;
        var through = before + classes.count(index);
        while (through <= upper) {
            through += classes.count(++last);
        }
        return new ClassRange(index, last, before, Double.NaN);
    }

    private int all() {
        for (var i = 0; i < size(); i++) {
            candidates[i] = Math.abs(level.get(i));
        }
        return size();
    }

    private int gather(ClassRange range) {
        var end = level.end();
        var values = level.values();
        var found = 0;
        for (var i = level.from(); i < end; i++) {
            if (range.contains(coarse.place(values[i]))) {
                candidates[found++] = Math.abs(values[i]);
            }
        }
        return found;
    }

    private int keepPossible(int number, MagnitudeClasses classes) {
        var kept = 0;
        for (var i = 0; i < number; i++) {
            if (possible[classes.place(candidates[i])]) {
                candidates[kept++] = candidates[i];
            }
        }
        return kept;
    }

    private void sort(int number) {
        Arrays.sort(candidates, 0, number);
    }
}
