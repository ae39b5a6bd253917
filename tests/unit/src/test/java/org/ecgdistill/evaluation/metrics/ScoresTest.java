package org.ecgdistill.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;

final class ScoresTest {

    private static final int ROWS = 40;

    /** Forty rows of three classes by a formula that the script which made the expected values uses too. */
    private static ScoredRows threeClasses() {
        var actual = new int[ROWS];
        var predicted = new int[ROWS];
        var probability = new double[3][ROWS];
        for (var i = 0; i < ROWS; i++) {
            var draw = i * 7 % 10;
            actual[i] = draw < 6 ? 0 : draw < 9 ? 1 : 2;
            var sum = 0.0;
            for (var c = 0; c < 3; c++) {
                probability[c][i] = 1 + (i * (3 + c) + c * c * 5) % 11 + (actual[i] == c && i % 4 != 0 ? 6 : 0);
                sum += probability[c][i];
            }
            for (var c = 0; c < 3; c++) {
                probability[c][i] /= sum;
            }
            predicted[i] = CalibrationError.mostProbable(probability, i);
        }
        return new ScoredRows(List.of("a", "b", "c"), Optional.empty(), actual, predicted, Optional.of(probability));
    }

    /** scikit-learn 1.9.1 and, for the calibration error, a few lines of NumPy. */
    @Test
    void severalClassesAgreeWithScikitLearn() {
        var macro = Scores.of(threeClasses(), ScoringRules.DEFAULT);
        assertEquals(0.8487516534391535, macro.get(Metric.AUROC).value(), 1e-12);
        assertEquals(0.6958084224406703, macro.get(Metric.AVERAGE_PRECISION).value(), 1e-12);
        assertEquals(0.8671834474880903, macro.get(Metric.LOG_LOSS).value(), 1e-12);
        assertEquals(0.5034828757628274, macro.get(Metric.BRIER).value(), 1e-12);
        assertEquals(0.675, macro.get(Metric.ACCURACY).value(), 1e-12);
        assertEquals(0.4569019291596418, macro.get(Metric.MCC).value(), 1e-12);
        assertEquals(0.15924556211665172, macro.get(Metric.CALIBRATION_ERROR).value(), 1e-12);
        var weighted = Scores.of(threeClasses(), new ScoringRules(Averaging.WEIGHTED, 0.95, 10));
        assertEquals(0.8170882936507937, weighted.get(Metric.AUROC).value(), 1e-12);
        assertEquals(0.7820773802785843, weighted.get(Metric.AVERAGE_PRECISION).value(), 1e-12);
    }

    @Test
    void oneClassOnlyIsMissingAndSaysSo() {
        var rows = new ScoredRows(
                List.of("normal", "abnormal"),
                Optional.of(1),
                new int[] {0, 0, 0},
                new int[] {0, 0, 1},
                Optional.of(new double[][] {{0.9, 0.8, 0.3}, {0.1, 0.2, 0.7}}));
        var scores = Scores.of(rows, ScoringRules.DEFAULT);
        for (var metric : List.of(Metric.AUROC, Metric.MCC, Metric.BALANCED_ACCURACY, Metric.SENSITIVITY, Metric.F1)) {
            assertFalse(scores.get(metric).isPresent(), metric.name());
            assertFalse(scores.get(metric).note().isBlank(), metric.name());
        }
        assertEquals(2 / 3.0, scores.get(Metric.ACCURACY).value(), 1e-12);
        assertEquals((0.01 + 0.04 + 0.49) / 3, scores.get(Metric.BRIER).value(), 1e-12);
        assertEquals(Metric.values().length, scores.size());
    }

    @Test
    void withoutProbabilitiesOnlyCountsAreScored() {
        var rows = new ScoredRows(
                List.of("normal", "abnormal"), Optional.of(1), new int[] {0, 1}, new int[] {0, 1}, Optional.empty());
        var scores = Scores.of(rows, ScoringRules.DEFAULT);
        assertEquals(1, scores.get(Metric.MCC).value());
        assertEquals(
                "the model gave predictions only, no probabilities",
                scores.get(Metric.AUROC).note());
        assertFalse(scores.get(Metric.LOG_LOSS).isPresent());
    }

    @Test
    void aProbabilityOfZeroForWhatHappenedIsCountedAndNamed() {
        var loss = LogLoss.of(new double[] {0, 0.5}, new boolean[] {true, true});
        assertEquals((52 * Math.log(2) + Math.log(2)) / 2, loss.value(), 1e-12);
        assertTrue(loss.note().startsWith("1 row gave probability 0"), loss.note());
        assertEquals("", LogLoss.of(new double[] {0.5}, new boolean[] {true}).note());
    }

    /** By hand: bin .2-.3 holds .2 and .3 short of it … of ten bins three are used. */
    @Test
    void calibrationErrorByHand() {
        var probability = new double[] {0.22, 0.28, 0.55, 0.95, 1.0};
        var positive = new boolean[] {false, true, true, true, false};
        // |.5 - 1| + |.55 - 1| + |1.95 - 1| over 5 rows
        assertEquals(
                (0.5 + 0.45 + 0.95) / 5,
                CalibrationError.of(probability, positive, 10).value(),
                1e-12);
        assertEquals(9, CalibrationError.bin(1.0, 10));
        assertEquals(3, CalibrationError.bin(0.3, 10));
    }

    @Test
    void senselessRulesAreRefusedInASentence() {
        var specificity = assertThrows(EvaluationException.class, () -> new ScoringRules(Averaging.MACRO, 95, 10));
        assertTrue(specificity.getMessage().contains("between 0 and 1"), specificity.getMessage());
        assertThrows(EvaluationException.class, () -> new ScoringRules(Averaging.MACRO, 0.95, 1));
        assertThrows(EvaluationException.class, () -> new ScoringRules(Averaging.MACRO, Double.NaN, 10));
    }
}
