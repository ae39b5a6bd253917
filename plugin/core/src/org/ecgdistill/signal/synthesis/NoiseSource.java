package org.ecgdistill.signal.synthesis;

/** One kind of disturbance. Its strength is set afterwards, by {@link RecordNoise}. */
interface NoiseSource {

    /** Noise of any strength, with mean near 0. */
    double[] make(int samples, double rate, RandomStream random);
}
