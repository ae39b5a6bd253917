package org.ecgdistill.signal.synthesis;

/**
 * Interference of the power line: the mains frequency, which wanders by at most a tenth of a hertz, with its third
 * harmonic where the sampling rate can hold it.
 */
record MainsHum(double frequency) implements NoiseSource {

    private static final double THIRD = 0.2;

    @Override
    public double[] make(int samples, double rate, RandomStream random) {
        var noise = new double[samples];
        var wandering = new Oscillation(0.1, random.uniform(0.01, 0.03) / rate, random.uniform());
        var third = 3 * frequency < rate / 2 ? THIRD : 0;
        var cycles = random.uniform();
        for (var i = 0; i < samples; i++) {
            var wave = StrictMath.sin(2 * Math.PI * cycles);
            // sin 3a = 3 sin a - 4 sin³ a
            noise[i] = wave + third * wave * (3 - 4 * wave * wave);
            cycles += (frequency + wandering.next()) / rate;
            cycles -= Math.floor(cycles);
        }
        return noise;
    }
}
