package org.ecgdistill.evaluation.intervals;

import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * The bootstrap over units (Efron 1979; over subjects: Field and Welsh 2007). All statistics see the same draws, so that
 * differences between models can be taken draw by draw.
 *
 * @param units how many subjects, or rows where each row stands for itself
 * @param resamples how often to draw; 1,000 are enough for 95 % intervals
 */
public record Bootstrap(int units, int resamples, long seed) {

    /** With few units, several draws are made at once: a statistic goes through its data while they are in the cache. */
    private static final int CACHED_UNITS = 1024;

    public Bootstrap {
        if (resamples < 1 || resamples > 1_000_000) {
            throw new EvaluationException("The number of bootstrap resamples is " + resamples
                    + " but must be 1 to 1,000,000, for example 1,000; please change it.");
        }
    }

    /** The figures as [statistics][figure][resample]. Statistics are computed side by side, each on one thread at a time. */
    public double[][][] run(List<? extends WeightedStatistics> statistics, Progress progress) {
        var replicates = statistics.stream()
                .map(statistic -> new double[statistic.size()][resamples])
                .toArray(double[][][]::new);
        var draws = new Resamples(units, seed);
        var pairs = new long[Math.max(1, CACHED_UNITS / units)][draws.places()];
        var atOnce = 2 * pairs.length;
        var watched = new Object();
        for (var start = 0; start < resamples; start += atOnce) {
            progress.report(start / (double) resamples, "Resample " + start + " of " + resamples);
            var many = Math.min(atOnce, resamples - start);
            for (var i = 0; i < many; i += 2) {
                draws.draw(start + i, pairs[i / 2]);
            }
            var first = start;
            IntStream.range(0, replicates.length).parallel().forEach(s -> {
                synchronized (watched) {
                    progress.report(first / (double) resamples, "Resample " + first + " of " + resamples);
                }
                for (var i = 0; i < many; i += 2) {
                    compute(statistics.get(s), pairs[i / 2], replicates[s], first + i);
                }
            });
        }
        return replicates;
    }

    private void compute(WeightedStatistics statistic, long[] weights, double[][] replicates, int number) {
        var lower = new double[replicates.length];
        var upper = new double[replicates.length];
        statistic.compute(weights, lower, upper);
        for (var f = 0; f < replicates.length; f++) {
            replicates[f][number] = lower[f];
            if (number + 1 < resamples) {
                replicates[f][number + 1] = upper[f];
            }
        }
    }

    /** The area under the ROC curve in each resample. */
    public double[] auroc(double[] score, boolean[] positive, int[] unit, Progress progress) {
        var ranking = new WeightedRanking(score, positive, unit);
        var area = new WeightedStatistics() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void compute(long[] weights, double[] lower, double[] upper) {
                ranking.weigh(weights);
                var both = ranking.auroc();
                lower[0] = both.lower();
                upper[0] = both.upper();
            }
        };
        return run(List.of(area), progress)[0][0];
    }

    /** Units for rows that each stand for themselves. */
    public static int[] eachRow(int rows) {
        return IntStream.range(0, rows).toArray();
    }
}
