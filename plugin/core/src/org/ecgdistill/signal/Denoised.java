package org.ecgdistill.signal;

/**
 * A signal freed from noise, and what is known about that noise.
 *
 * @param signal the samples, as many as before
 * @param noise estimated standard deviation of the noise in the signal's unit; NaN if it was not estimated
 * @param improvement estimated improvement of the power signal-to-noise ratio in dB; NaN if it was not estimated
 */
public record Denoised(double[] signal, double noise, double improvement) {}
