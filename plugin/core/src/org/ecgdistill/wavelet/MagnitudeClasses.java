package org.ecgdistill.wavelet;

import java.util.Arrays;

/**
 * Counts and energies (sums of squares) of magnitudes in narrow classes. A class is a value of the leading bits of the
 * floating-point number, so classes are about equally wide relative to their magnitude. The first and the last class
 * also take what lies beyond them.
 */
final class MagnitudeClasses {

    static final int CLASSES = 4096;

    /** Leading bits at first: sign, exponent and six more, that is 64 classes for each power of two. */
    private static final int DROPPED_BITS = 46;

    /** At first the classes reach from 2^-56 to 2^8 times the largest of some sampled magnitudes. */
    private static final int CLASSES_ABOVE_SAMPLE = 8 * 64;

    private static final int SAMPLED = 64;

    private final int[] counts = new int[CLASSES];
    private final double[] energies = new double[CLASSES];
    private int droppedBits;
    private long base;

    /** Counts the magnitudes of all coefficients of a level. */
    void count(Slice level) {
        var step = Math.max(1, level.length() / SAMPLED);
        var largest = 0.0;
        for (var i = 0; i < level.length(); i += step) {
            largest = Math.max(largest, Math.abs(level.get(i)));
        }
        droppedBits = DROPPED_BITS;
        base = Math.max(0, leading(largest) + CLASSES_ABOVE_SAMPLE - CLASSES);
        count(level.values(), level.from(), level.end());
    }

    /** Counts the first magnitudes of a list that come from some classes of another count, in narrower classes. */
    void countFiner(double[] magnitudes, int number, MagnitudeClasses other, ClassRange range) {
        var factor = Math.min(other.droppedBits, 31 - Integer.numberOfLeadingZeros(CLASSES / range.size()));
        droppedBits = other.droppedBits - factor;
        base = (other.base + range.first()) << factor;
        count(magnitudes, 0, number);
    }

    /** Whether some classes can be split into narrower ones. */
    boolean canSplit(ClassRange range) {
        return droppedBits > 0 && range.size() <= CLASSES / 2;
    }

    private void count(double[] values, int from, int to) {
        Arrays.fill(counts, 0);
        Arrays.fill(energies, 0);
        for (var i = from; i < to; i++) {
            var place = place(values[i]);
            counts[place]++;
            energies[place] += values[i] * values[i];
        }
    }

    int count(int index) {
        return counts[index];
    }

    double energy(int index) {
        return energies[index];
    }

    /** The class of a number's magnitude. */
    int place(double value) {
        return (int) Math.max(0, Math.min(CLASSES - 1, leading(value) - base));
    }

    /** The magnitude at which a class begins. */
    double edge(int index) {
        if (index == 0) {
            return 0;
        }
        return index == CLASSES ? Double.POSITIVE_INFINITY : Double.longBitsToDouble((base + index) << droppedBits);
    }

    private long leading(double value) {
        return (Double.doubleToRawLongBits(value) & Long.MAX_VALUE) >>> droppedBits;
    }

    /** Some classes in a row, and what lies before them. */
    record ClassRange(int first, int last, int countBefore, double energyBefore) {

        int size() {
            return last - first + 1;
        }

        /** One comparison for both ends: a place before the first counts as a very large number. */
        boolean contains(int place) {
            return Integer.compareUnsigned(place - first, last - first) <= 0;
        }
    }
}
