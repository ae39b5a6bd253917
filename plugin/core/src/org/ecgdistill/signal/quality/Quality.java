package org.ecgdistill.signal.quality;

/**
 * Measures of a signal's quality, after Clifford, Behar, Li and Rezek, "Signal quality indices and data fusion for
 * determining clinical acceptability of electrocardiograms", Physiol. Meas. 33 (2012), and Zhao and Zhang, "SQI quality
 * evaluation mechanism of single-lead ECG signal based on simple heuristic fusion and fuzzy comprehensive evaluation",
 * Front. Physiol. 9 (2018).
 *
 * @param missing share of samples that are missing
 * @param flat share of samples in stretches where the signal does not move for a tenth of a second or longer
 * @param saturated share of samples that stay at the signal's highest or lowest value for three samples or longer
 * @param kurtosis of the signal's distribution; above 5 in a clean ECG, which rests most of the time, 3 in noise
 * @param qrsShare power from 5 to 15 Hz relative to that from 5 to 40 Hz; between 0.5 and 0.8 in a clean ECG
 * @param baselineShare power from 1 to 40 Hz relative to that from 0 to 40 Hz; near 1 without wander of the baseline
 */
public record Quality(
        double missing, double flat, double saturated, double kurtosis, double qrsShare, double baselineShare) {

    /**
     * All measures in one number, from 0 (unusable) to 1 (clean): the share of the samples that carry a signal, times the
     * mean of how far the three measures of the signal's form reach from the limits of Zhao and Zhang for an unqualified
     * signal to those for a good one.
     */
    public double index() {
        var usable = Math.max(0, 1 - missing - flat - saturated);
        if (usable == 0 || Double.isNaN(kurtosis)) {
            return 0;
        }
        // A share of 0.4 or less is muscle noise, one of 0.9 or more a lone oscillation.
        var qrs = Math.min(reach(qrsShare, 0.4, 0.5), reach(-qrsShare, -0.9, -0.8));
        return usable * (reach(kurtosis, 3, 5) + qrs + reach(baselineShare, 0.8, 0.95)) / 3;
    }

    private static double reach(double value, double none, double full) {
        return Math.max(0, Math.min(1, (value - none) / (full - none)));
    }
}
