package org.ecgdistill.signal.synthesis;

import java.util.OptionalDouble;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.SignalException;

/**
 * How strong each kind of noise is, as a power signal-to-noise ratio in decibels: 10 log₁₀ of the clean lead's variance
 * over the record divided by the mean square of that noise alone. 20 dB is hardly seen, 0 dB is as strong as the heart.
 * Empty means no noise of that kind. Each lead gets its own noise at this ratio.
 *
 * @param wander of the baseline, dB
 * @param mains interference, dB
 * @param muscle noise, dB
 * @param mainsFrequency 50 or 60 Hz in nearly all countries
 */
public record NoiseLevels(OptionalDouble wander, OptionalDouble mains, OptionalDouble muscle, double mainsFrequency) {

    public static final NoiseLevels NONE =
            new NoiseLevels(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 50);

    private static final double WEAKEST = 100;
    private static final double STRONGEST = -30;

    public NoiseLevels {
        check("baseline wander", wander);
        check("mains interference", mains);
        check("muscle noise", muscle);
        if (!(mainsFrequency > 0 && mainsFrequency < 1000)) {
            throw new SignalException("The mains frequency must be between 0 and 1000 Hz, but is "
                    + Words.number(mainsFrequency) + " Hz. It is 50 Hz in Europe and 60 Hz in North America.");
        }
    }

    private static void check(String kind, OptionalDouble decibels) {
        if (decibels.isPresent() && !(decibels.getAsDouble() >= STRONGEST && decibels.getAsDouble() <= WEAKEST)) {
            throw new SignalException("The signal-to-noise ratio of the " + kind + " must be between " + STRONGEST
                    + " and " + WEAKEST + " dB, but is " + decibels.getAsDouble() + " dB.");
        }
    }

    /** @throws SignalException if the mains frequency can't be represented at this rate */
    void checkRate(double rate) {
        if (mains.isPresent() && mainsFrequency >= rate / 2) {
            throw new SignalException(
                    "Mains interference of " + Words.number(mainsFrequency) + " Hz needs a sampling rate above "
                            + Words.number(2 * mainsFrequency) + " Hz, but the rate is " + Words.number(rate)
                            + " Hz. Choose a higher rate or leave the mains interference out.");
        }
    }
}
