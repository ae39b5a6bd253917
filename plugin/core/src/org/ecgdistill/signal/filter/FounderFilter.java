package org.ecgdistill.signal.filter;

import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.MissingSamples;

/**
 * The filters that the authors of ECGFounder apply before their network: a notch at 50 Hz, a band-pass from 0.67 to
 * 40 Hz, and the removal of the baseline found by a running median of 0.4 s. They work at 500 Hz; at other rates the
 * same filters are designed for that rate. A rate too low for 50 Hz needs no notch.
 */
public final class FounderFilter implements Denoiser {

    private static final double MAINS = 50;
    private static final double MAINS_QUALITY = 30;
    private static final int ORDER = 4;
    private static final double LOW = 0.67;
    private static final double HIGH = 40;
    private static final double BASELINE_SECONDS = 0.4;

    /**
     * The rate at which the authors work, and the settled state that SciPy finds for their band-pass there. It is off by
     * up to 7e-7, because the equations for it are nearly singular; with it results agree with theirs to 1e-10.
     */
    private static final double THEIR_RATE = 500;

    private static final double[] THEIR_SETTLED_STATE = {
        -0.0021068159746489923,
        -0.0021065839326239125,
        0.006319859442409348,
        0.006321008964675202,
        -0.006320895341830348,
        -0.006320067758011037,
        0.0021067038887475184,
        0.0021067907112803266,
    };

    /** Noise and improvement are not estimated. */
    @Override
    public Denoised denoise(double[] signal, double samplingRate) {
        var missing = MissingSamples.of(signal);
        var result = band(samplingRate).apply(withoutMains(missing.bridged(), samplingRate));
        var baseline = new MedianFilter(baselineWindow(samplingRate)).apply(result);
        for (var i = 0; i < result.length; i++) {
            result[i] -= baseline[i];
        }
        missing.putBackInto(result);
        return new Denoised(result, Double.NaN, Double.NaN);
    }

    private static ZeroPhaseFilter band(double samplingRate) {
        var band = Butterworth.bandPass(ORDER, LOW, HIGH, samplingRate);
        if (samplingRate != THEIR_RATE) {
            return new ZeroPhaseFilter(band.asSections());
        }
        var filter = band.asOneFilter();
        return new ZeroPhaseFilter(new RecursiveFilter(filter.b(), filter.a(), THEIR_SETTLED_STATE));
    }

    private static double[] withoutMains(double[] signal, double samplingRate) {
        return samplingRate > 2 * MAINS
                ? new ZeroPhaseFilter(RecursiveFilter.notch(MAINS, MAINS_QUALITY, samplingRate)).apply(signal)
                : signal;
    }

    /** The odd number of samples next to 0.4 s: 201 at 500 Hz. */
    static int baselineWindow(double samplingRate) {
        return 2 * (int) Math.floor(BASELINE_SECONDS * samplingRate / 2) + 1;
    }
}
