package org.ecgdistill.model;

import java.util.List;
import java.util.Locale;
import org.ecgdistill.signal.resample.Resampling;

/**
 * How signals are to be brought to a network, before the first of them is seen.
 *
 * @param rate to resample to, in Hz; 0 to keep the signals' own
 * @param seconds to crop or pad to; 0 to keep the signals' own length
 * @param filter how signals are filtered
 * @param zScore whether each signal is brought to mean 0 and standard deviation 1
 */
public record InputPlan(double rate, double seconds, InputFilter filter, boolean zScore) {

    public InputPlan {
        if (!(rate >= 0) || !(seconds >= 0) || Double.isInfinite(rate) || Double.isInfinite(seconds)) {
            throw new ModelException("The sampling rate and the duration must not be negative, but are " + rate
                    + " Hz and " + seconds + " s.");
        }
    }

    /** Whether a signal without a known sampling rate cannot be used. */
    public boolean needsRate() {
        return rate > 0 || seconds > 0 || filter != InputFilter.NONE;
    }

    /**
     * The form that results from the plan and the first signal.
     *
     * @param samples in each lead
     * @param signalRate in Hz, NaN if unknown
     */
    public InputForm form(List<String> leads, int samples, double signalRate) {
        if (!(signalRate > 0 && Double.isFinite(signalRate)) && needsRate()) {
            throw new ModelException("The signals' sampling rate is not known, which is needed to "
                    + (rate > 0 ? "resample" : seconds > 0 ? "crop or pad" : "filter")
                    + " them. Choose the column that contains it, or keep the signals unchanged.");
        }
        var seen = rate > 0 ? rate : signalRate > 0 ? signalRate : 0;
        var wanted = seconds > 0 ? seconds * seen : rate > 0 ? samples / signalRate * rate : samples;
        if (!(wanted * leads.size() <= InputForm.MOST_SAMPLES)) {
            throw new ModelException(String.format(
                    Locale.ROOT,
                    "Recordings of %s with %d lead(s) have more samples than the %,d in all that a network can read here."
                            + " Choose a shorter duration or a lower sampling rate, and check that the sampling rates are in Hz.",
                    needsRate()
                            ? String.format(
                                    Locale.ROOT,
                                    "%.4g s at %.4g Hz",
                                    seconds > 0 ? seconds : samples / signalRate,
                                    seen)
                            : samples + " samples",
                    leads.size(),
                    InputForm.MOST_SAMPLES));
        }
        int length;
        if (seconds > 0) {
            length = (int) Math.max(1, Math.round(wanted));
        } else {
            length = rate > 0 ? Resampling.LINEAR.from(signalRate, rate).newLength(samples) : samples;
        }
        return new InputForm(
                leads, seen, length, rate > 0, seconds > 0, filter, zScore ? InputScaling.Z_SCORE : InputScaling.NONE);
    }
}
