package org.ecgdistill.evaluation.comparisons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.intervals.Bootstrap;
import org.junit.jupiter.api.Test;

final class DeLongTest {

    /**
     * Albumin, total protein, K-G score and outcome of 43 patients from DeLong, DeLong and Clarke-Pearson (1988), as in the
     * SAS/STAT User's Guide, The LOGISTIC Procedure, example "Comparing Receiver Operating Characteristic Curves".
     */
    private static final double[][] PATIENTS = {
        {3.0, 5.8, 10, 0}, {3.2, 6.3, 5, 1}, {3.9, 6.8, 3, 1}, {2.8, 4.8, 6, 0}, {3.2, 5.8, 3, 1}, {0.9, 4.0, 5, 0},
        {2.5, 5.7, 8, 0}, {1.6, 5.6, 5, 1}, {3.8, 5.7, 5, 1}, {3.7, 6.7, 6, 1}, {3.2, 5.4, 4, 1}, {3.8, 6.6, 6, 1},
        {4.1, 6.6, 5, 1}, {3.6, 5.7, 5, 1}, {4.3, 7.0, 4, 1}, {3.6, 6.7, 4, 0}, {2.3, 4.4, 6, 1}, {4.2, 7.6, 4, 0},
        {4.0, 6.6, 6, 0}, {3.5, 5.8, 6, 1}, {3.8, 6.8, 7, 1}, {3.0, 4.7, 8, 0}, {4.5, 7.4, 5, 1}, {3.7, 7.4, 5, 1},
        {3.1, 6.6, 6, 1}, {4.1, 8.2, 6, 1}, {4.3, 7.0, 5, 1}, {4.3, 6.5, 4, 1}, {3.2, 5.1, 5, 1}, {2.6, 4.7, 6, 1},
        {3.3, 6.8, 6, 0}, {1.7, 4.0, 7, 0}, {3.7, 6.1, 5, 1}, {3.3, 6.3, 7, 1}, {4.2, 7.7, 6, 1}, {3.5, 6.2, 5, 1},
        {2.9, 5.7, 9, 0}, {2.1, 4.8, 7, 1}, {2.8, 6.2, 8, 0}, {4.0, 7.0, 7, 1}, {3.3, 5.7, 6, 1}, {3.7, 6.9, 5, 1},
        {3.6, 6.6, 5, 1}
    };

    private static Placements test(int column) {
        var score = new double[PATIENTS.length];
        var positive = new boolean[PATIENTS.length];
        for (int row = 0; row < score.length; row++) {
            score[row] = column == 2 ? 10 - PATIENTS[row][2] : PATIENTS[row][column];
            positive[row] = PATIENTS[row][3] == 1;
        }
        return Placements.of(score, positive);
    }

    /** Areas, standard errors, differences and chi-squared as printed there with four places. */
    @Test
    void agreesWithThePublishedExample() {
        var albumin = test(0);
        var protein = test(1);
        var kg = test(2);
        assertEquals(0.7366, albumin.area(), 5e-5);
        assertEquals(0.6478, protein.area(), 5e-5);
        assertEquals(0.7258, kg.area(), 5e-5);
        assertEquals(0.0927, Math.sqrt(DeLong.covariance(albumin, albumin)), 5e-5);
        assertEquals(0.1000, Math.sqrt(DeLong.covariance(protein, protein)), 5e-5);
        assertEquals(0.1028, Math.sqrt(DeLong.covariance(kg, kg)), 5e-5);

        var proteinAgainstKg = DeLong.compare(protein, kg);
        assertEquals(-0.0780, proteinAgainstKg.difference().value(), 5e-5);
        assertEquals(0.5554, Math.pow(proteinAgainstKg.statistic().value(), 2), 5e-5);
        assertEquals(0.4561, proteinAgainstKg.pValue().value(), 5e-5);
        var albuminAgainstKg = DeLong.compare(albumin, kg);
        assertEquals(0.0108, albuminAgainstKg.difference().value(), 5e-5);
        assertEquals(0.0127, Math.pow(albuminAgainstKg.statistic().value(), 2), 5e-5);
        assertEquals(0.9102, albuminAgainstKg.pValue().value(), 5e-5);
    }

    /** The kernel of each pair of rows written out, as in the paper's equations 3 to 5. */
    @Test
    void placementsAreMeansOverPairs() {
        var random = new SplittableRandom(2);
        var score = random.ints(80, 0, 12).mapToDouble(i -> i).toArray();
        var other = random.ints(80, 0, 5).mapToDouble(i -> i).toArray();
        var positive = new boolean[80];
        for (int row = 0; row < 80; row++) {
            positive[row] = row % 3 == 0;
        }
        assertEquals(
                covarianceByPairs(score, other, positive),
                DeLong.covariance(Placements.of(score, positive), Placements.of(other, positive)),
                1e-14);
    }

    private static double covarianceByPairs(double[] score, double[] other, boolean[] positive) {
        int positives = (int)
                java.util.stream.IntStream.range(0, 80).filter(r -> positive[r]).count();
        var ofPositives = new double[2][positives];
        var ofNegatives = new double[2][80 - positives];
        int p = 0;
        int n = 0;
        for (int row = 0; row < 80; row++) {
            for (int test = 0; test < 2; test++) {
                var s = test == 0 ? score : other;
                double won = 0;
                for (int opponent = 0; opponent < 80; opponent++) {
                    if (positive[opponent] != positive[row]) {
                        double ahead = positive[row] ? s[row] - s[opponent] : s[opponent] - s[row];
                        won += ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0;
                    }
                }
                if (positive[row]) {
                    ofPositives[test][p] = won / (80 - positives);
                } else {
                    ofNegatives[test][n] = won / positives;
                }
            }
            p += positive[row] ? 1 : 0;
            n += positive[row] ? 0 : 1;
        }
        return new Covariance().covariance(ofPositives[0], ofPositives[1]) / positives
                + new Covariance().covariance(ofNegatives[0], ofNegatives[1]) / (80 - positives);
    }

    /** Obuchowski (1997): with one row of each subject nothing is clustered, and DeLong's variance is left. */
    @Test
    void oneRowOfEachSubjectIsDeLong() {
        var one = test(0);
        var other = test(1);
        var each = Bootstrap.eachRow(PATIENTS.length);
        assertEquals(DeLong.covariance(one, other), DeLong.covariance(one, other, each, each.length), 1e-15);
        assertEquals(
                DeLong.compare(one, other).pValue().value(),
                DeLong.compareBySubject(one, other, each, each.length).pValue().value(),
                1e-12);
    }

    /**
     * Each row written down m times for one subject adds nothing: the clustered variance stays (DeLong's own would shrink by
     * about m).
     */
    @Test
    void repeatedRowsOfASubjectAddNothing() {
        int times = 4;
        var score = new double[PATIENTS.length * times];
        var positive = new boolean[score.length];
        var subject = new int[score.length];
        for (int row = 0; row < score.length; row++) {
            subject[row] = row / times;
            score[row] = PATIENTS[subject[row]][0];
            positive[row] = PATIENTS[subject[row]][3] == 1;
        }
        var repeated = Placements.of(score, positive);
        assertEquals(
                DeLong.covariance(test(0), test(0)),
                DeLong.covariance(repeated, repeated, subject, PATIENTS.length),
                1e-15);
    }

    @Test
    void equalModelsDoNotDiffer() {
        var same = DeLong.compare(test(0), test(0));
        assertEquals(0, same.statistic().value());
        assertEquals(1, same.pValue().value());
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        var positive = new boolean[] {true, true, false, false};
        var perfect = Placements.of(new double[] {3, 4, 1, 2}, positive);
        var worst = Placements.of(new double[] {1, 2, 3, 4}, positive);
        assertEquals(1, DeLong.compare(perfect, worst).difference().value());
        assertFalse(DeLong.compare(perfect, worst).pValue().isPresent());
        var lonely = Placements.of(new double[] {1, 2, 3}, new boolean[] {true, false, false});
        assertFalse(DeLong.compare(lonely, lonely).pValue().isPresent());
        assertThrows(EvaluationException.class, () -> DeLong.compare(perfect, lonely));
        assertThrows(EvaluationException.class, () -> Placements.of(new double[2], new boolean[2]));
    }
}
