package org.ecgdistill.wavelet;

/**
 * What happens to a coefficient d at a threshold t. Those up to t become 0 in every case. Each also estimates the
 * squared error it leaves, by Stein's formula Σ σ² + g² + 2σ²·g′ for the change g(d) it makes (Stein, Ann. Statist. 9
 * (1981) 1135).
 */
public enum Shrinkage {
    /** The others come closer to 0 by t. */
    SOFT {
        @Override
        void shrink(double[] values, int from, int to, double threshold) {
            for (var i = from; i < to; i++) {
                var value = values[i];
                values[i] = value - Math.max(-threshold, Math.min(threshold, value));
            }
        }

        @Override
        double riskAbove(double square, double threshold, double variance) {
            return variance + threshold * threshold;
        }
    },
    /** The others stay. (Stein's formula misses the jump at t, so the error is somewhat underestimated.) */
    HARD {
        @Override
        void shrink(double[] values, int from, int to, double threshold) {
            for (var i = from; i < to; i++) {
                values[i] = Math.abs(values[i]) > threshold ? values[i] : 0;
            }
        }

        @Override
        double riskAbove(double square, double threshold, double variance) {
            return variance;
        }
    },
    /** The others become d − t²/d, between soft and hard (Gao, J. Comput. Graph. Statist. 7 (1998) 469). */
    GARROTE {
        @Override
        void shrink(double[] values, int from, int to, double threshold) {
            var square = threshold * threshold;
            for (var i = from; i < to; i++) {
                values[i] = Math.abs(values[i]) > threshold ? values[i] - square / values[i] : 0;
            }
        }

        @Override
        double riskAbove(double square, double threshold, double variance) {
            var ratio = threshold * threshold / square;
            return variance + ratio * (threshold * threshold + 2 * variance);
        }
    };

    abstract void shrink(double[] values, int from, int to, double threshold);

    /** Estimated squared error of a coefficient of this square above the threshold. */
    abstract double riskAbove(double square, double threshold, double variance);

    final void shrink(Slice level, double threshold) {
        shrink(level.values(), level.from(), level.end(), threshold);
    }

    /** Estimated squared error of a coefficient of this square. */
    final double risk(double square, double threshold, double variance) {
        return square <= threshold * threshold ? square - variance : riskAbove(square, threshold, variance);
    }

    /** Estimated squared error of all coefficients. */
    final double risk(Slice level, double threshold, double variance) {
        var even = 0.0; // two sums, so that one addition need not wait for the other
        var odd = 0.0;
        var pairs = level.length() / 2 * 2;
        for (var i = 0; i < pairs; i += 2) {
            even += risk(level.get(i) * level.get(i), threshold, variance);
            odd += risk(level.get(i + 1) * level.get(i + 1), threshold, variance);
        }
        for (var i = pairs; i < level.length(); i++) {
            even += risk(level.get(i) * level.get(i), threshold, variance);
        }
        return even + odd;
    }
}
