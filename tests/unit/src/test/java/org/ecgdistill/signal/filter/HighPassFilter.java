package org.ecgdistill.signal.filter;

import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.MissingSamples;

/**
 * A Butterworth high-pass without shift in time, which removes baseline wander. It runs forwards and backwards, so the
 * cut-off frequency is damped by 6 dB.
 *
 * @param order of the filter
 * @param cutOff in Hz
 */
public record HighPassFilter(int order, double cutOff) implements Denoiser {

    public HighPassFilter {
        Butterworth.checkOrder(order);
    }

    /** Noise and improvement are not estimated. */
    @Override
    public Denoised denoise(double[] signal, double samplingRate) {
        var missing = MissingSamples.of(signal);
        var sections = Butterworth.highPass(order, cutOff, samplingRate).asSections();
        var result = new ZeroPhaseFilter(sections).apply(missing.bridged());
        missing.putBackInto(result);
        return new Denoised(result, Double.NaN, Double.NaN);
    }
}
