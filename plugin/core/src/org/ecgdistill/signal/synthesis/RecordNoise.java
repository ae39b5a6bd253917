package org.ecgdistill.signal.synthesis;

import java.util.OptionalDouble;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Lead;

/**
 * The noise of one record. Breathing and the power line reach all leads with the same course and a strength of each
 * lead's own; muscle noise differs from lead to lead.
 */
final class RecordNoise {

    private final NoiseLevels levels;
    private final double rate;
    private final RandomStream random;
    private final double[] wander;
    private final double[] mains;

    RecordNoise(NoiseLevels levels, int samples, double rate, RandomStream random, Progress progress) {
        this.levels = levels;
        this.rate = rate;
        this.random = random;
        progress.report(0, "Making baseline wander");
        wander = made(levels.wander(), new BaselineWander(), samples, random.branch(0));
        progress.report(0.5, "Making mains interference");
        mains = made(levels.mains(), new MainsHum(levels.mainsFrequency()), samples, random.branch(1));
    }

    /** A clean lead with noise of the ratio asked for. */
    double[] addTo(double[] clean, Lead lead) {
        var noisy = clean.clone();
        var power = meanSquare(clean, mean(clean));
        var muscle = made(levels.muscle(), new MuscleNoise(), clean.length, random.branch(2, lead.ordinal()));
        add(noisy, power, wander, levels.wander());
        add(noisy, power, mains, levels.mains());
        add(noisy, power, muscle, levels.muscle());
        return noisy;
    }

    private double[] made(OptionalDouble level, NoiseSource source, int samples, RandomStream stream) {
        return level.isPresent() ? source.make(samples, rate, stream) : new double[0];
    }

    private static void add(double[] signal, double power, double[] noise, OptionalDouble decibels) {
        if (decibels.isEmpty()) {
            return;
        }
        var mean = mean(noise);
        var wanted = power * StrictMath.pow(10, -decibels.getAsDouble() / 10);
        var factor = Math.sqrt(wanted / meanSquare(noise, mean));
        for (var i = 0; i < signal.length; i++) {
            signal[i] += factor * (noise[i] - mean);
        }
    }

    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanSquare(double[] values, double about) {
        var sum = 0.0;
        for (var value : values) {
            sum += (value - about) * (value - about);
        }
        return sum / values.length;
    }
}
