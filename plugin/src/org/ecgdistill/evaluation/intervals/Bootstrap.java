package org.ecgdistill.evaluation.intervals;

import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.signal.Progress;

/**
 * The bootstrap over units (Efron 1979; over subjects: Field and Welsh 2007). All statistics see the same draws, so that
 * differences between models can be taken draw by draw.
 *
 * @param units how many subjects, or rows where each row stands for itself
 * @param resamples how often to draw; 1,000 are enough for 95 % intervals
 */
public record Bootstrap(int units, int resamples, long seed) {

    private static final int REPORT_EVERY = 8;

    public Bootstrap {
        if (resamples < 1 || resamples > 1_000_000) {
            throw new EvaluationException("The number of bootstrap resamples is " + resamples
                    + " but must be 1 to 1,000,000, for example 1,000; please change it.");
        }
    }

    /** The figures as [statistics][figure][resample]. */
    public double[][][] run(List<? extends WeightedStatistics> statistics, Progress progress) {
        var replicates = statistics.stream()
                .map(statistic -> new double[statistic.size()][resamples])
                .toArray(double[][][]::new);
        var draws = new Resamples(units, seed);
        for (int number = 0; number < resamples; number++) {
            if (number % REPORT_EVERY == 0) {
                progress.report(number / (double) resamples, "Resample " + number + " of " + resamples);
            }
            var weights = draws.draw(number);
            for (int s = 0; s < replicates.length; s++) {
                var figures = new double[replicates[s].length];
                statistics.get(s).compute(weights, figures);
                for (int f = 0; f < figures.length; f++) {
                    replicates[s][f][number] = figures[f];
                }
            }
        }
        return replicates;
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
            public void compute(int[] weights, double[] figures) {
                ranking.weigh(weights);
                figures[0] = ranking.auroc();
            }
        };
        return run(List.of(area), progress)[0][0];
    }

    /** Units for rows that each stand for themselves. */
    public static int[] eachRow(int rows) {
        return IntStream.range(0, rows).toArray();
    }
}
