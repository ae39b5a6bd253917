package org.ecgdistill.signal.synthesis;

import java.util.List;

/**
 * Where in the cardiac cycle the heart is at a time: 2πi at the R peak of beat i and growing in between, with a
 * velocity that does not jump at the R peak (a jump would make one half of the QRS complex wider than the other after a
 * premature beat). Monotone cubic interpolation with the slopes of Fritsch and Butland (SIAM J. Sci. Stat. Comput. 5,
 * 1984).
 */
final class CardiacPhase {

    private static final double TURN = 2 * Math.PI;

    private final double[] times;
    private final double[] slopes;

    CardiacPhase(List<Beat> beats) {
        times = beats.stream().mapToDouble(Beat::time).toArray();
        slopes = new double[times.length];
        for (var i = 1; i < times.length - 1; i++) {
            var before = times[i] - times[i - 1];
            var after = times[i + 1] - times[i];
            // The harmonic mean of 2π/before and 2π/after, weighted by the two lengths.
            slopes[i] = 3 * (before + after) / ((2 * after + before) * before + (after + 2 * before) * after) * TURN;
        }
        slopes[0] = TURN / (times[1] - times[0]);
        slopes[times.length - 1] = TURN / (times[times.length - 1] - times[times.length - 2]);
    }

    /** The last beat at or before a time, looking from an earlier one onwards; never the very last beat. */
    int beatBefore(double time, int from) {
        var beat = from;
        while (beat < times.length - 2 && times[beat + 1] <= time) {
            beat++;
        }
        return beat;
    }

    /** The phase at a time between this beat and the next. */
    double phase(int beat, double time) {
        var length = times[beat + 1] - times[beat];
        var s = (time - times[beat]) / length;
        var a = slopes[beat] * length;
        var b = slopes[beat + 1] * length;
        // Cubic Hermite polynomial from (0, 0) with slope a to (1, 2π) with slope b.
        return TURN * beat + s * (a + s * (3 * TURN - 2 * a - b + s * (a + b - 2 * TURN)));
    }

    /** The phase's velocity in rad/s at a time between this beat and the next. */
    double velocity(int beat, double time) {
        var length = times[beat + 1] - times[beat];
        var s = (time - times[beat]) / length;
        var a = slopes[beat] * length;
        var b = slopes[beat + 1] * length;
        return (a + s * (2 * (3 * TURN - 2 * a - b) + s * 3 * (a + b - 2 * TURN))) / length;
    }
}
