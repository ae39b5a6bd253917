package org.ecgdistill.wavelet;

/** Where the standard deviation of the noise comes from. Noise is estimated as median|d| / 0.6745. */
public enum NoiseEstimate {
    /** From the finest level, for all levels: right for white noise, which has the same strength in each. */
    FINEST_LEVEL,
    /** From each level for itself: for coloured noise, and only for levels in which the heart's signal is rare. */
    PER_LEVEL,
    /** Given as a number. */
    GIVEN
}
