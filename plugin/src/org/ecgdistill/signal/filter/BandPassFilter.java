package org.ecgdistill.signal.filter;

import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.MissingSamples;
import org.ecgdistill.signal.SignalException;

/**
 * A Butterworth band-pass without shift in time. It runs forwards and backwards, so the ends of the band are damped by
 * 6 dB.
 *
 * @param order of the filter, from 1 to 10
 * @param low lower end of the band in Hz
 * @param high upper end of the band in Hz
 */
public record BandPassFilter(int order, double low, double high) implements Denoiser {

    private static final int HIGHEST_ORDER = 10;

    public BandPassFilter {
        if (order < 1 || order > HIGHEST_ORDER) {
            throw new SignalException("The band-pass filter's order is " + order + "; a number from 1 to "
                    + HIGHEST_ORDER + " was expected. 4 is usual for ECGs.");
        }
    }

    /** Noise and improvement are not estimated. */
    @Override
    public Denoised denoise(final double[] signal, final double samplingRate) {
        var missing = MissingSamples.of(signal);
        var sections = Butterworth.bandPass(order, low, high, samplingRate).asSections();
        var result = new ZeroPhaseFilter(sections).apply(missing.bridged());
        missing.putBackInto(result);
        return new Denoised(result, Double.NaN, Double.NaN);
    }
}
