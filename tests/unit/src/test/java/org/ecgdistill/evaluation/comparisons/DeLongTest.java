package org.ecgdistill.evaluation.comparisons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.intervals.Bootstrap;
import org.junit.jupiter.api.Test;

final class DeLongTest {

    /**
     * Albumin, total protein, K-G score and outcome of 43 patients from DeLong, DeLong and Clarke-Pearson (Biometrics 44,
     * 1988, 837-845), as printed in the SAS/STAT 14.1 User's Guide (2015), chapter 72 "The LOGISTIC Procedure", example 72.8
     * "Comparing Receiver Operating Characteristic Curves"; the score is 10 minus the K-G score there too.
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
        var positive = new boolean[PATIENTS.length];
        for (var row = 0; row < positive.length; row++) {
            positive[row] = PATIENTS[row][3] == 1;
        }
        return Placements.of(scores(column), positive);
    }

    private static double[] scores(int column) {
        return Arrays.stream(PATIENTS)
                .mapToDouble(patient -> column == 2 ? 10 - patient[2] : patient[column])
                .toArray();
    }

    /**
     * Areas and standard errors with four places as in that example's table "ROC Association Statistics", differences and
     * chi-squared as in "ROC Contrast Estimation and Testing Results by Row".
     */
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
        for (var row = 0; row < 80; row++) {
            positive[row] = row % 3 == 0;
        }
        assertEquals(
                covarianceByPairs(score, other, positive),
                DeLong.covariance(Placements.of(score, positive), Placements.of(other, positive)),
                1e-14);
    }

    /** The published example once more, from the pairs of patients and to all places. */
    @Test
    void agreesWithThePairsOfPatients() {
        var positive = new boolean[PATIENTS.length];
        for (var row = 0; row < positive.length; row++) {
            positive[row] = PATIENTS[row][3] == 1;
        }
        for (var one = 0; one < 3; one++) {
            for (var other = 0; other < 3; other++) {
                assertEquals(
                        covarianceByPairs(scores(one), scores(other), positive),
                        DeLong.covariance(test(one), test(other)),
                        1e-15);
            }
        }
        var variance = covarianceByPairs(scores(1), scores(1), positive)
                + covarianceByPairs(scores(2), scores(2), positive)
                - 2 * covarianceByPairs(scores(1), scores(2), positive);
        var difference = test(1).area() - test(2).area();
        assertEquals(
                difference / Math.sqrt(variance),
                DeLong.compare(test(1), test(2)).statistic().value(),
                1e-12);
    }

    private static double covarianceByPairs(double[] score, double[] other, boolean[] positive) {
        var ofPositives = new ArrayList<double[]>();
        var ofNegatives = new ArrayList<double[]>();
        for (var row = 0; row < positive.length; row++) {
            var means = new double[] {meanOfPairs(score, positive, row), meanOfPairs(other, positive, row)};
            (positive[row] ? ofPositives : ofNegatives).add(means);
        }
        return covariance(ofPositives) / ofPositives.size() + covariance(ofNegatives) / ofNegatives.size();
    }

    /** How often a row is on the right side of a row of the other class; one half where they tie. */
    private static double meanOfPairs(double[] score, boolean[] positive, int row) {
        var won = 0.0;
        var opponents = 0;
        for (var opponent = 0; opponent < score.length; opponent++) {
            if (positive[opponent] != positive[row]) {
                var ahead = positive[row] ? score[row] - score[opponent] : score[opponent] - score[row];
                won += ahead > 0 ? 1 : ahead == 0 ? 0.5 : 0;
                opponents++;
            }
        }
        return won / opponents;
    }

    private static double covariance(List<double[]> pairs) {
        return new Covariance()
                .covariance(
                        pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
                        pairs.stream().mapToDouble(pair -> pair[1]).toArray());
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
        var times = 4;
        var score = new double[PATIENTS.length * times];
        var positive = new boolean[score.length];
        var subject = new int[score.length];
        for (var row = 0; row < score.length; row++) {
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
