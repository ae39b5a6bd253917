package org.ecgdistill.evaluation.intervals;

/** From where to where a figure lies at a level of confidence such as 0.95. */
public record Interval(double low, double high, double level) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval must not run from " + low + " to " + high);
        }
    }

    public boolean contains(double figure) {
        return low <= figure && figure <= high;
    }

    public double width() {
        return high - low;
    }
}
