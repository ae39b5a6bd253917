package org.ecgdistill.evaluation.intervals;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.comparisons.DeLong;
import org.ecgdistill.evaluation.comparisons.Placements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals at 95 % must hold the truth in 92 to 98 % of simulated studies whose truth is known. */
final class CoverageTest {

    private static final int STUDIES = 1000;
    private static final int RESAMPLES = 400;
    private static final int ROWS_OF_SUBJECT = 12;
    private static final double SHIFT = 1.2;
    private static final double SUBJECT_SPREAD = 0.8;

    /**
     * Every third subject is ill, and so are all its rows. Scores are normal, those of ill subjects shifted by 1.2, and each
     * subject has its own level with standard deviation 0.8: an ill row wins over a healthy one with probability
     * Phi(1.2 / sqrt(2 (1 + 0.64))).
     */
    @ParameterizedTest
    @ValueSource(ints = {24, 60})
    void bootstrapOverSubjectsHoldsTheAreaUnderTheCurve(int subjects) {
        var truth = new NormalDistribution(null, 0, 1)
                .cumulativeProbability(SHIFT / Math.sqrt(2 * (1 + SUBJECT_SPREAD * SUBJECT_SPREAD)));
        var random = new SplittableRandom(subjects);
        var bySubject = 0;
        var byRow = 0;
        var byClusteredDeLong = 0;
        for (var study = 0; study < STUDIES; study++) {
            var sample = new Sample(subjects, random);
            var replicates = new Bootstrap(subjects, RESAMPLES, study)
                    .auroc(sample.score, sample.positive, sample.subject, Progress.NONE);
            bySubject += holds(PercentileInterval.of(replicates, subjects, 0.95).orElseThrow(), truth);
            if (study % 5 == 0) {
                var rows = sample.score.length;
                var rowReplicates = new Bootstrap(rows, RESAMPLES, study)
                        .auroc(sample.score, sample.positive, Bootstrap.eachRow(rows), Progress.NONE);
                byRow += holds(PercentileInterval.of(rowReplicates, rows, 0.95).orElseThrow(), truth);
            }
            var placements = Placements.of(sample.score, sample.positive);
            var half = 1.96 * Math.sqrt(DeLong.covariance(placements, placements, sample.subject, subjects));
            byClusteredDeLong += holds(new Interval(placements.area() - half, placements.area() + half, 0.95), truth);
        }
        assertCovers(bySubject, "bootstrap over " + subjects + " subjects");
        assertCovers(byClusteredDeLong, "DeLong over " + subjects + " subjects");
        // What goes wrong without subjects; if this ever held, the simulation would have lost its point.
        assertTrue(byRow < 0.88 * STUDIES / 5, "rows taken for independent held the truth in " + byRow);
    }

    @Test
    void wilsonHoldsAShare() {
        var random = new SplittableRandom(9);
        for (var truth : new double[] {0.05, 0.3, 0.9}) {
            var held = 0;
            for (var study = 0; study < STUDIES; study++) {
                var hits = random.doubles(150).filter(draw -> draw < truth).count();
                held += holds(Wilson.of(hits, 150, 0.95), truth);
            }
            assertCovers(held, "Wilson at " + truth);
        }
    }

    private static int holds(Interval interval, double truth) {
        return interval.contains(truth) ? 1 : 0;
    }

    private static void assertCovers(int held, String what) {
        var share = held / (double) STUDIES;
        assertTrue(share >= 0.92 && share <= 0.98, what + " held the truth in " + share);
    }

    private static final class Sample {

        private final double[] score;
        private final boolean[] positive;
        private final int[] subject;

        Sample(int subjects, SplittableRandom random) {
            var rows = subjects * ROWS_OF_SUBJECT;
            score = new double[rows];
            positive = new boolean[rows];
            subject = new int[rows];
            var level = new double[subjects];
            Arrays.setAll(level, s -> SUBJECT_SPREAD * gaussian(random));
            for (var row = 0; row < rows; row++) {
                subject[row] = row / ROWS_OF_SUBJECT;
                positive[row] = subject[row] % 3 == 0;
                score[row] = level[subject[row]] + gaussian(random) + (positive[row] ? SHIFT : 0);
            }
        }

        /** Box and Muller (1958). */
        private static double gaussian(SplittableRandom random) {
            return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
