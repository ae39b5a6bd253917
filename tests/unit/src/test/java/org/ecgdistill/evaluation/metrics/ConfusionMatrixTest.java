package org.ecgdistill.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.EvaluationException;
import org.junit.jupiter.api.Test;

final class ConfusionMatrixTest {

    private static final List<String> AB = List.of("a", "b");

    /** Cohen's (1960) measure on the grant example of many textbooks: 20, 5, 10, 15 of 50 give .7 - .5 over .5. */
    @Test
    void kappaOfTheTextbookExample() {
        var matrix = ConfusionMatrix.of(AB, new long[][] {{20, 5}, {10, 15}});
        assertEquals(0.4, matrix.kappa().value(), 1e-12);
    }

    /** scikit-learn 1.9.1: matthews_corrcoef and cohen_kappa_score of these three classes. */
    @Test
    void severalClassesAgreeWithScikitLearn() {
        var matrix = ConfusionMatrix.of(List.of("a", "b", "c"), new long[][] {{50, 7, 3}, {4, 20, 6}, {1, 2, 7}});
        assertEquals(0.5981611878699384, matrix.mcc().value(), 1e-12);
        assertEquals(0.5943562610229276, matrix.kappa().value(), 1e-12);
        assertEquals(0.77, matrix.accuracy().value(), 1e-12);
        var counts = new CountMetrics(matrix, Optional.empty(), Averaging.MACRO);
        assertEquals(0.7333333333333333, counts.of(Metric.BALANCED_ACCURACY).value(), 1e-12);
        assertEquals(0.6953309525159193, counts.of(Metric.F1).value(), 1e-12);
        var weighted = new CountMetrics(matrix, Optional.empty(), Averaging.WEIGHTED);
        assertEquals(0.778975114789411, weighted.of(Metric.F1).value(), 1e-12);
        assertEquals(0.7961010971786834, weighted.of(Metric.PRECISION).value(), 1e-12);
    }

    @Test
    void oneAgainstRest() {
        var matrix = ConfusionMatrix.of(List.of("a", "b", "c"), new long[][] {{50, 7, 3}, {4, 20, 6}, {1, 2, 7}});
        assertEquals(new BinaryCounts(20, 9, 61, 10), matrix.oneAgainstRest(1));
    }

    @Test
    void aClassThatIsNoLabelIsAlwaysWrong() {
        var matrix = ConfusionMatrix.of(AB, new int[] {0, 0, 1, 1}, new int[] {0, 2, 1, 2});
        assertEquals(0.5, matrix.accuracy().value());
        assertEquals(1, matrix.predictedOutside(0));
        assertEquals(new BinaryCounts(1, 0, 2, 1), matrix.oneAgainstRest(0));
    }

    @Test
    void whatCannotBeComputedIsMissingWithAReason() {
        var onlyNegative = new BinaryCounts(0, 0, 7, 0);
        assertEquals("no row of the positive class", onlyNegative.sensitivity().note());
        assertEquals("no row was predicted positive", onlyNegative.precision().note());
        assertEquals("no row of the positive class", onlyNegative.f1().note());
        assertFalse(onlyNegative.balancedAccuracy().isPresent());
        assertEquals(1, onlyNegative.specificity().value());
        assertEquals(
                "no row of the negative class",
                new BinaryCounts(1, 0, 0, 1).specificity().note());
        assertEquals(
                "no row was predicted negative",
                new BinaryCounts(1, 1, 0, 0).negativePredictiveValue().note());

        var oneClass = ConfusionMatrix.of(AB, new long[][] {{7, 0}, {0, 0}});
        assertEquals("all rows are of one class", oneClass.mcc().note());
        assertFalse(oneClass.kappa().isPresent());
        assertFalse(ConfusionMatrix.of(AB, new long[2][2]).kappa().isPresent());
        assertThrows(EvaluationException.class, () -> oneClass.mcc().value());
    }

    /** Chicco and Jurman (2020): the limit of MCC where one class only is predicted is 0. */
    @Test
    void predictingOneClassOnlyIsAGuess() {
        var matrix = ConfusionMatrix.of(AB, new long[][] {{90, 0}, {10, 0}});
        assertEquals(0, matrix.mcc().value());
        assertFalse(matrix.mcc().note().isEmpty());
        assertEquals(0, matrix.kappa().value(), 1e-12);
    }

    @Test
    void absentClassesAreLeftOutOfAverages() {
        var matrix = ConfusionMatrix.of(List.of("a", "b", "c"), new long[][] {{8, 2, 0}, {1, 9, 0}, {0, 0, 0}});
        var counts = new CountMetrics(matrix, Optional.empty(), Averaging.MACRO);
        assertEquals(0.85, counts.of(Metric.SENSITIVITY).value(), 1e-12);
        assertEquals(0.85, counts.of(Metric.BALANCED_ACCURACY).value(), 1e-12);
    }

    @Test
    void figuresAreNeverNaN() {
        assertThrows(IllegalArgumentException.class, () -> MetricValue.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> MetricValue.missing(" "));
    }
}
