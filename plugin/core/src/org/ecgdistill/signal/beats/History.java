package org.ecgdistill.signal.beats;

import java.util.Arrays;

/** The last eight values of a measure, and what is usual among them. */
final class History {

    private static final int LENGTH = 8;

    private final double[] values = new double[LENGTH];
    private int next;

    History(double start) {
        Arrays.fill(values, start);
    }

    void add(double value) {
        values[next] = value;
        next = (next + 1) % LENGTH;
    }

    /** Puts another value in the place of the last one. */
    void replaceLast(double value) {
        values[(next + LENGTH - 1) % LENGTH] = value;
    }

    double median() {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[LENGTH / 2 - 1] + sorted[LENGTH / 2]) / 2;
    }
}
