package org.ecgdistill.signal.synthesis;

/** A sine of one frequency, sample by sample: a pointer that turns by the same angle each time. */
final class Oscillation {

    private final double cos;
    private final double sin;
    private double x;
    private double y;

    /**
     * @param start where in its cycle it starts, from 0 to 1
     */
    Oscillation(double amplitude, double cyclesPerSample, double start) {
        cos = StrictMath.cos(2 * Math.PI * cyclesPerSample);
        sin = StrictMath.sin(2 * Math.PI * cyclesPerSample);
        x = amplitude * StrictMath.cos(2 * Math.PI * start);
        y = amplitude * StrictMath.sin(2 * Math.PI * start);
    }

    double next() {
        var value = y;
        y = x * sin + y * cos;
        x = x * cos - value * sin;
        return value;
    }
}
