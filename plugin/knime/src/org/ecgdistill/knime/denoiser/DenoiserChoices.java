package org.ecgdistill.knime.denoiser;

import org.ecgdistill.wavelet.BoundaryMode;
import org.ecgdistill.wavelet.NoiseEstimate;
import org.ecgdistill.wavelet.Shrinkage;
import org.ecgdistill.wavelet.ThresholdRule;
import org.knime.node.parameters.widget.choices.Label;

/** What can be chosen in the node's dialog. */
final class DenoiserChoices {

    private DenoiserChoices() {}

    enum Method {
        @Label(
                value = "Clinical default (SURE)",
                description = "The best all-round choice: thresholds with the least estimated error, averaged over"
                        + " eight shifts of the signal.")
        CLINICAL,
        @Label(
                value = "Paper (universal soft)",
                description = "Universal soft thresholds, as in the paper on distilling ECGFounder.")
        PAPER,
        @Label(
                value = "ECGFounder upstream",
                description = "The filters that ECGFounder was trained with: notch, band-pass and running median.")
        FOUNDER,
        @Label(value = "Band-pass", description = "A Butterworth band-pass without shift in time.")
        BAND_PASS,
        @Label(value = "Own wavelet settings", description = "Every setting of the wavelet denoiser by hand.")
        OWN
    }

    enum Rule {
        @Label(value = "SURE", description = "The threshold with the least estimated error.")
        SURE,
        @Label(value = "Heuristic SURE", description = "SURE, but universal in levels with hardly any signal.")
        HEURISTIC_SURE,
        @Label(value = "Universal", description = "Noise hardly ever exceeds it; smooths strongly.")
        UNIVERSAL,
        @Label(value = "Universal of the level", description = "The same for the coefficients of each level alone.")
        UNIVERSAL_OF_LEVEL,
        @Label(value = "Minimax", description = "Best in the worst case.")
        MINIMAX,
        @Label(value = "Bayes", description = "From the ratio of noise to signal in each level.")
        BAYES,
        @Label(value = "None", description = "Only baseline wander is removed.")
        NONE;

        ThresholdRule rule() {
            return ThresholdRule.valueOf(name());
        }
    }

    enum Shrink {
        @Label(value = "Soft", description = "What remains comes closer to 0 by the threshold.")
        SOFT,
        @Label(value = "Garrote", description = "Between soft and hard.")
        GARROTE,
        @Label(value = "Hard", description = "What remains stays as it is.")
        HARD;

        Shrinkage shrinkage() {
            return Shrinkage.valueOf(name());
        }
    }

    enum NoiseFrom {
        @Label(value = "Finest level", description = "Right for most recordings.")
        FINEST_LEVEL,
        @Label(value = "Each level", description = "For coloured noise, in the finest levels only.")
        PER_LEVEL;

        NoiseEstimate estimate() {
            return NoiseEstimate.valueOf(name());
        }
    }

    enum Continuation {
        @Label(value = "Symmetric", description = "Mirrored, the end sample repeated.")
        SYMMETRIC,
        @Label(value = "Reflect", description = "Mirrored at the end sample.")
        REFLECT,
        @Label(value = "Periodic", description = "The signal starts again.")
        PERIODIC,
        @Label(value = "Zero", description = "Nothing.")
        ZERO,
        @Label(value = "Constant", description = "The end sample goes on.")
        CONSTANT,
        @Label(value = "Smooth", description = "The line through the last two samples goes on.")
        SMOOTH,
        @Label(value = "Periodization", description = "Periodic, with the least number of coefficients.")
        PERIODIZATION;

        BoundaryMode mode() {
            return BoundaryMode.valueOf(name());
        }
    }

    enum Output {
        @Label(value = "Replace", description = "The denoised signal takes the place of the original.")
        REPLACE,
        @Label(value = "Append", description = "The denoised signal goes into a new column.")
        APPEND
    }

    enum Problems {
        @Label(value = "Fail", description = "The node stops and says which row and why.")
        FAIL,
        @Label(
                value = "Leave missing",
                description = "The row's signal becomes missing, and a column says why; other rows are denoised.")
        MISSING
    }
}
