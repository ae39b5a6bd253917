package org.ecgdistill.wavelet;

import java.util.Arrays;

/** A stretch of an array that is worked on in place, such as the coefficients of one level. */
record Slice(double[] values, int from, int length) {

    static Slice of(double[] values) {
        return new Slice(values, 0, values.length);
    }

    int end() {
        return from + length;
    }

    double get(int index) {
        return values[from + index];
    }

    void fill(double value) {
        Arrays.fill(values, from, end(), value);
    }

    double energyAboutMean() {
        var mean = Arrays.stream(values, from, end()).sum() / length;
        return Arrays.stream(values, from, end())
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }

    double[] copy() {
        return Arrays.copyOfRange(values, from, end());
    }
}
