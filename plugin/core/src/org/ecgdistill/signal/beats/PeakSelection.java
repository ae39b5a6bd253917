package org.ecgdistill.signal.beats;

import java.util.Arrays;

/** Distinguishes beats from T waves and noise among the maxima of the slope; used once. */
final class PeakSelection {

    /** No two beats are closer to each other. */
    private static final double REFRACTORY_SECONDS = 0.2;

    /** The threshold lies this far from the level of noise to that of beats. */
    private static final double THRESHOLD_SHARE = 0.36;

    /** A wave this soon after a beat is its T wave if it is less steep than this share of the beat. */
    private static final double T_WAVE_SECONDS = 0.42;

    private static final double T_WAVE_SHARE = 0.6;

    /** A wave this soon before a beat is its P wave if it is less steep than this share of the beat. */
    private static final double P_WAVE_SECONDS = 0.28;

    private static final double P_WAVE_SHARE = 0.75;

    /** After this many usual intervals without a beat, a smaller one is searched for. */
    private static final double LATE_INTERVALS = 1.5;

    /** The share of the threshold, and of the usual beat, that such a beat has to reach. */
    private static final double LATE_THRESHOLD_SHARE = 0.5;

    private static final double LATE_BEAT_SHARE = 0.12;

    /** How much of a beat found that way counts for the level of beats. */
    private static final double LATE_WEIGHT = 0.25;

    /** A single artefact must not lift the level of beats further than this. */
    private static final double HIGHEST_GAIN = 1.5;

    private static final double START_INTERVAL_SECONDS = 0.8;
    private static final double START_STRETCH_SECONDS = 1.5;
    private static final int START_STRETCHES = 6;
    private static final double START_NOISE_SHARE = 0.1;

    private final double[] slope;
    private final double rate;
    private final int[] candidates;
    private final History beatLevel;
    private final History noiseLevel;
    private final History intervals;
    private final int[] beats;
    private int count;

    PeakSelection(double[] slope, double rate) {
        this.slope = slope;
        this.rate = rate;
        this.candidates = Candidates.of(slope, (int) Math.round(REFRACTORY_SECONDS * rate));
        this.beats = new int[candidates.length];
        var start = startLevel();
        this.beatLevel = new History(start);
        this.noiseLevel = new History(START_NOISE_SHARE * start);
        this.intervals = new History(START_INTERVAL_SECONDS * rate);
    }

    /** The median of the maxima of the first stretches. */
    private double startLevel() {
        var length = (int) Math.min(slope.length, START_STRETCH_SECONDS * rate);
        var stretches = Math.min(START_STRETCHES, slope.length / length);
        var maxima = new double[stretches];
        for (var i = 0; i < stretches; i++) {
            maxima[i] = Arrays.stream(slope, i * length, (i + 1) * length).max().orElse(0);
        }
        Arrays.sort(maxima);
        return maxima[stretches / 2];
    }

    int[] select() {
        var next = 0;
        var lastUsed = -1;
        while (next < candidates.length) {
            var level = beatLevel.median();
            var threshold = noiseLevel.median() + THRESHOLD_SHARE * (level - noiseLevel.median());
            var late = lateBeat(lastUsed + 1, next, threshold, level);
            if (late >= 0) {
                accept(candidates[late]);
                beatLevel.add(LATE_WEIGHT * slope[candidates[late]] + (1 - LATE_WEIGHT) * level);
                lastUsed = late;
                next = late + 1;
                continue;
            }
            var candidate = candidates[next];
            if (slope[candidate] > threshold && !isTooSoon(candidate) && !isTWave(candidate)) {
                dropPWave(candidate);
                accept(candidate);
                beatLevel.add(Math.min(slope[candidate], HIGHEST_GAIN * level));
                lastUsed = next;
            } else {
                noiseLevel.add(slope[candidate]);
            }
            next++;
        }
        return Arrays.copyOf(beats, count);
    }

    /** The steepest candidate that was passed over since the last beat, if a beat is overdue; else -1. */
    private int lateBeat(int from, int to, double threshold, double level) {
        if (count == 0 || candidates[to] - last() <= LATE_INTERVALS * intervals.median()) {
            return -1;
        }
        var best = -1;
        for (var i = from; i < to; i++) {
            var height = slope[candidates[i]];
            if (!isTooSoon(candidates[i])
                    && candidates[to] - candidates[i] > REFRACTORY_SECONDS * rate
                    && height > LATE_THRESHOLD_SHARE * threshold
                    && height > LATE_BEAT_SHARE * level
                    && (best < 0 || height > slope[candidates[best]])) {
                best = i;
            }
        }
        return best;
    }

    private int last() {
        return beats[count - 1];
    }

    private boolean isTooSoon(int candidate) {
        return count > 0 && candidate - last() <= REFRACTORY_SECONDS * rate;
    }

    private boolean isTWave(int candidate) {
        return count > 0
                && candidate - last() < T_WAVE_SECONDS * rate
                && slope[candidate] < T_WAVE_SHARE * slope[last()];
    }

    private void dropPWave(int beat) {
        if (count > 0 && beat - last() < P_WAVE_SECONDS * rate && slope[last()] < P_WAVE_SHARE * slope[beat]) {
            count--;
            beatLevel.replaceLast(beatLevel.median());
        }
    }

    private void accept(int candidate) {
        if (count > 0) {
            intervals.add(candidate - last());
        }
        beats[count++] = candidate;
    }
}
