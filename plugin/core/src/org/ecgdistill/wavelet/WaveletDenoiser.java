package org.ecgdistill.wavelet;

import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.MissingSamples;

/**
 * Denoising by thresholds on wavelet coefficients (Donoho and Johnstone, Biometrika 81 (1994) 425), and removal of
 * baseline wander by clearing the coarsest approximation.
 *
 * <p>The improvement it reports is estimated from the coefficients alone, by Stein's formula; the mean of the signal is
 * not counted as wander. With several shifts it is that of a single one, so the truth is somewhat better.
 */
public final class WaveletDenoiser implements Denoiser {

    /** The median of |x| for a normally distributed x of standard deviation 1. */
    private static final double NORMAL_MEDIAN = 0.6745;

    private final WaveletSettings settings;
    private final ThreadLocal<Workspace> workspaces;

    public WaveletDenoiser(WaveletSettings settings) {
        this.settings = settings;
        this.workspaces = ThreadLocal.withInitial(() -> new Workspace(settings));
    }

    @Override
    public Denoised denoise(double[] signal, double samplingRate) {
        var missing = MissingSamples.of(signal);
        var levels = LevelChoice.levels(settings, signal.length, samplingRate);
        var workspace = workspaces.get();
        var shifted = workspace.shifted(levels);
        var errors = new ErrorBalance();
        var result = new double[signal.length];
        var noise = 0.0;
        var bridged = missing.bridged();
        for (var shift = 0; shift < shifted.count(); shift++) {
            var coefficients = workspace.pyramid.decompose(shifted.samples(bridged, settings.mode(), shift), levels);
            var finestNoise = shrink(coefficients, workspace.magnitudes, signal.length, errors);
            finishApproximation(coefficients.approximationSlice(), finestNoise * finestNoise, errors);
            noise += finestNoise / shifted.count();
            if (shifted.count() == 1) {
                workspace.pyramid.reconstruct(coefficients, result);
            } else {
                workspace.addShifted(coefficients, shifted.offset(shift), shifted.count(), result);
            }
        }
        missing.putBackInto(result);
        return new Denoised(result, noise, errors.improvement());
    }

    /** Applies the thresholds level by level and returns the noise of the finest level. */
    private double shrink(Decomposition coefficients, LevelMagnitudes magnitudes, int samples, ErrorBalance errors) {
        var thresholding = settings.thresholding();
        var finestNoise = 0.0;
        var noise = thresholding.givenNoise();
        for (var level = 1; level <= coefficients.levels(); level++) {
            var detail = coefficients.details(level);
            var estimates = thresholding.estimates(level);
            var touches = thresholding.touches(level);
            if (estimates || touches) {
                magnitudes.look(detail);
            }
            if (estimates) {
                noise = magnitudes.median() / NORMAL_MEDIAN;
            }
            finestNoise = level == 1 ? noise : finestNoise;
            var variance = noise * noise;
            if (touches) {
                var threshold = thresholding.rule().threshold(magnitudes, noise, samples);
                var risk = magnitudes.risk(thresholding.shrinkage(), threshold, variance);
                errors.add(detail.length() * variance, risk);
                thresholding.shrinkage().shrink(detail, threshold);
            } else {
                errors.add(detail.length() * variance, detail.length() * variance);
            }
        }
        return finestNoise;
    }

    private void finishApproximation(Slice approximation, double variance, ErrorBalance errors) {
        var noiseEnergy = approximation.length() * variance;
        if (settings.removesWander()) {
            errors.add(Math.max(noiseEnergy, approximation.energyAboutMean()), 0);
            approximation.fill(0);
        } else {
            errors.add(noiseEnergy, noiseEnergy);
        }
    }

    /** The energy of the errors before and after. */
    private static final class ErrorBalance {

        private double before;
        private double after;

        void add(double energyBefore, double energyAfter) {
            before += energyBefore;
            after += energyAfter;
        }

        /** In dB; NaN where the estimate of what is left is not positive. */
        double improvement() {
            return before > 0 && after > 0 ? 10 * Math.log10(before / after) : Double.NaN;
        }
    }

    /** What one thread needs, used again from signal to signal. */
    private static final class Workspace {

        private final int shifts;
        private final Pyramid pyramid;
        private final LevelMagnitudes magnitudes = new LevelMagnitudes();
        private ShiftedSignal shifted;
        private int levels;
        private double[] output = {};

        Workspace(WaveletSettings settings) {
            shifts = settings.shifts();
            pyramid = new Pyramid(settings.wavelet(), settings.mode());
        }

        ShiftedSignal shifted(int newLevels) {
            if (shifted == null || levels != newLevels) {
                shifted = new ShiftedSignal(shifts, newLevels);
                levels = newLevels;
            }
            return shifted;
        }

        /** Adds one share of what the pyramid reconstructs, without the samples before the signal. */
        void addShifted(Decomposition coefficients, int offset, int shares, double[] result) {
            if (output.length != coefficients.samples()) {
                output = new double[coefficients.samples()];
            }
            pyramid.reconstruct(coefficients, output);
            for (var i = 0; i < result.length; i++) {
                result[i] += output[offset + i] / shares;
            }
        }
    }
}
