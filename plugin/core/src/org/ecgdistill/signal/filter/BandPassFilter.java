package org.ecgdistill.signal.filter;

import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.MissingSamples;

/**
 * A Butterworth band-pass without shift in time. It runs forwards and backwards, so the ends of the band are damped by
 * 6 dB.
 *
 * @param order of the filter
 * @param low lower end of the band in Hz
 * @param high upper end of the band in Hz
 */
public record BandPassFilter(int order, double low, double high) implements Denoiser {

    public BandPassFilter {
        Butterworth.checkOrder(order);
    }

    /** Noise and improvement are not estimated. */
    @Override
    public Denoised denoise(double[] signal, double samplingRate) {
        var missing = MissingSamples.of(signal);
        var sections = Butterworth.bandPass(order, low, high, samplingRate).asSections();
        var result = new ZeroPhaseFilter(sections).apply(missing.bridged());
        missing.putBackInto(result);
        return new Denoised(result, Double.NaN, Double.NaN);
    }
}
