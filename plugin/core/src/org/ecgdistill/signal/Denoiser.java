package org.ecgdistill.signal;

/** Frees signals from noise. May be used by several threads at once. */
@FunctionalInterface
public interface Denoiser {

    /**
     * @param signal samples, which are left as they are; NaN stands for a missing sample and stays one
     * @param samplingRate in Hz
     * @throws SignalException if the signal or the rate cannot be used; the message gives the reason
     */
    Denoised denoise(double[] signal, double samplingRate);
}
