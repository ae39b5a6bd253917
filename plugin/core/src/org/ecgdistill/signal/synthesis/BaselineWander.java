package org.ecgdistill.signal.synthesis;

/** The slow drift of the baseline with breathing and with the electrodes' contact: sines between 0.05 and 0.6 Hz. */
final class BaselineWander implements NoiseSource {

    private static final int DRIFTS = 6;

    @Override
    public double[] make(int samples, double rate, RandomStream random) {
        var noise = new double[samples];
        var breathing = random.uniform(0.2, 0.35);
        add(noise, 1, breathing / rate, random);
        add(noise, 0.25, 2 * breathing / rate, random);
        for (var i = 0; i < DRIFTS; i++) {
            add(noise, random.uniform(0.1, 0.5), random.uniform(0.05, 0.18) / rate, random);
        }
        return noise;
    }

    private static void add(double[] noise, double amplitude, double cyclesPerSample, RandomStream random) {
        var wave = new Oscillation(amplitude, cyclesPerSample, random.uniform());
        for (var i = 0; i < noise.length; i++) {
            noise[i] += wave.next();
        }
    }
}
