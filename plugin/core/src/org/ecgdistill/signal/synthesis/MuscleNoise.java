package org.ecgdistill.signal.synthesis;

/**
 * The electromyogram of the muscles under the electrodes: white noise between about 20 Hz and 150 Hz (or two fifths of
 * the sampling rate), stronger while a muscle is tense than between.
 */
final class MuscleNoise implements NoiseSource {

    private static final double LOWEST = 20;
    private static final double HIGHEST = 150;

    @Override
    public double[] make(int samples, double rate, RandomStream random) {
        // First-order low-passes; the difference of two is a band-pass.
        var fast = share(Math.min(HIGHEST, 0.4 * rate), rate);
        var slow = share(Math.min(LOWEST, 0.1 * rate), rate);
        var tension = new Oscillation(0.5, random.uniform(0.1, 0.4) / rate, random.uniform());
        var noise = new double[samples];
        var upper = 0.0;
        var lower = 0.0;
        for (var i = 0; i < samples; i++) {
            upper += fast * (random.normal() - upper);
            lower += slow * (upper - lower);
            noise[i] = (1 + tension.next()) * (upper - lower);
        }
        return noise;
    }

    private static double share(double cutOff, double rate) {
        return 1 - StrictMath.exp(-2 * Math.PI * cutOff / rate);
    }
}
