package org.ecgdistill.wavelet;

/** How the threshold of one level is found, given the standard deviation σ of the noise in it. */
public enum ThresholdRule {
    /** No threshold: coefficients stay as they are. */
    NONE {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            return 0;
        }
    },
    /** σ·√(2 ln N) for a signal of N samples: noise hardly ever exceeds it (Donoho and Johnstone 1994, VisuShrink). */
    UNIVERSAL {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            return universal(noise, samples);
        }
    },
    /** σ·√(2 ln n) for the n coefficients of the level: lower in coarse levels. */
    UNIVERSAL_OF_LEVEL {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            return universal(noise, level.size());
        }
    },
    /**
     * The threshold with the lowest estimated error (Donoho and Johnstone 1995, SureShrink), at most the universal one
     * of the signal.
     */
    SURE {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            return Math.min(level.steinThreshold(noise * noise), universal(noise, samples));
        }
    },
    /**
     * SURE where a level of n coefficients holds enough signal, else the universal threshold of the level: signal is
     * enough if the mean of (d/σ)² − 1 reaches (log2 n)^1.5 / √n (Donoho and Johnstone 1995, section 2.4).
     */
    HEURISTIC_SURE {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            var count = level.size();
            var universal = universal(noise, count);
            var signal = level.energy() / count - noise * noise;
            var least = noise * noise * Math.pow(Math.log(count) / Math.log(2), 1.5) / Math.sqrt(count);
            return signal < least ? universal : Math.min(level.steinThreshold(noise * noise), universal);
        }
    },
    /**
     * The threshold whose worst case over all signals is best, in its usual approximation σ·(0.3936 + 0.1829·log2 N),
     * 0 up to N = 32 (Donoho and Johnstone 1994, RiskShrink, table 2).
     */
    MINIMAX {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            return samples <= 32 ? 0 : noise * (0.3936 + 0.1829 * Math.log(samples) / Math.log(2));
        }
    },
    /**
     * σ²/σx with σx² the level's mean square beyond that of the noise; everything goes where there is no such excess
     * (Chang, Yu and Vetterli, IEEE Trans. Image Process. 9 (2000) 1532).
     */
    BAYES {
        @Override
        double threshold(LevelMagnitudes level, double noise, int samples) {
            var variance = noise * noise;
            var excess = level.energy() / level.size() - variance;
            return excess > 0 ? variance / Math.sqrt(excess) : Double.POSITIVE_INFINITY;
        }
    };

    /**
     * @param level the level's coefficients
     * @param noise standard deviation of the noise in this level
     * @param samples number of samples of the whole signal
     */
    abstract double threshold(LevelMagnitudes level, double noise, int samples);

    private static double universal(double noise, int count) {
        return noise * Math.sqrt(2 * Math.log(count));
    }
}
