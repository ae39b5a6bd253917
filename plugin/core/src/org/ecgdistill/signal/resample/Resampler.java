package org.ecgdistill.signal.resample;

import org.ecgdistill.common.Progress;

/** Brings signals from one sampling rate to another. */
public interface Resampler {

    /** The same signal at the new rate; NaN where it was missing. The first sample stays where it was. */
    double[] resample(double[] samples, Progress progress);

    /** The number of samples that this many become. */
    int newLength(int samples);
}
