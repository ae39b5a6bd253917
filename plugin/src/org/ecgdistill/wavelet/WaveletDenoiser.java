package org.ecgdistill.wavelet;

import org.ecgdistill.signal.Denoised;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.MissingSamples;

/**
 * Denoising by thresholds on wavelet coefficients (Donoho and Johnstone, Biometrika 81 (1994) 425), and removal of
 * baseline wander by clearing the coarsest approximation.
 */
public final class WaveletDenoiser implements Denoiser {

    /** The median of |x| for a normally distributed x of standard deviation 1. */
    private static final double NORMAL_MEDIAN = 0.6745;

    private final WaveletSettings settings;
    private final ThreadLocal<Workspace> workspaces;

    public WaveletDenoiser(final WaveletSettings settings) {
        this.settings = settings;
        this.workspaces = ThreadLocal.withInitial(() -> new Workspace(settings));
    }

    @Override
    public Denoised denoise(final double[] signal, final double samplingRate) {
        var missing = MissingSamples.of(signal);
        int levels = LevelChoice.levels(settings, signal.length, samplingRate);
        var workspace = workspaces.get();
        var pyramid = workspace.pyramid;
        pyramid.prepare(signal.length, levels);
        pyramid.decompose(missing.bridged());
        var errors = new ErrorBalance();
        double noise = shrink(workspace, signal.length, errors);
        finishApproximation(pyramid.approximation(), noise * noise, errors);
        var result = new double[signal.length];
        pyramid.reconstruct(result);
        missing.putBackInto(result);
        return new Denoised(result, noise, errors.improvement());
    }

    /** Applies the thresholds level by level and returns the noise of the finest level. */
    private double shrink(final Workspace workspace, final int samples, final ErrorBalance errors) {
        var thresholding = settings.thresholding();
        var rule = thresholding.rule();
        var pyramid = workspace.pyramid;
        double finestNoise = 0;
        double noise = thresholding.givenNoise();
        for (int level = 1; level <= pyramid.levels(); level++) {
            var detail = pyramid.detail(level);
            boolean estimates = thresholding.estimates(level);
            boolean touches = thresholding.touches(level);
            if (estimates || touches) {
                workspace.magnitudes.look(detail);
            }
            if (estimates) {
                noise = workspace.magnitudes.median() / NORMAL_MEDIAN;
            }
            finestNoise = level == 1 ? noise : finestNoise;
            double variance = noise * noise;
            if (touches) {
                double threshold = rule.threshold(workspace.magnitudes, noise, samples);
                errors.add(
                        detail.length() * variance,
                        workspace.magnitudes.risk(thresholding.shrinkage(), threshold, variance));
                thresholding.shrinkage().shrink(detail, threshold);
            } else {
                errors.add(detail.length() * variance, detail.length() * variance);
            }
        }
        return finestNoise;
    }

    private void finishApproximation(final Slice approximation, final double variance, final ErrorBalance errors) {
        double noiseEnergy = approximation.length() * variance;
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

        void add(final double energyBefore, final double energyAfter) {
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

        private final Pyramid pyramid;
        private final LevelMagnitudes magnitudes = new LevelMagnitudes();

        Workspace(final WaveletSettings settings) {
            pyramid = new Pyramid(settings.wavelet(), settings.mode());
        }
    }
}
