package org.ecgdistill.evaluation.comparisons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PairedTestsTest {

    /** Wikipedia, "Holm-Bonferroni method", example: .01 .04 .03 .005; adjusted by hand after Holm (1979). */
    @Test
    void holmOfTheTextbookExample() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-15);
        assertArrayEquals(new double[] {1, 1}, Holm.adjust(new double[] {0.9, 0.7}), 1e-15);
        assertEquals(0, Holm.adjust(new double[0]).length);
    }

    @Test
    void missingTestsAreNotCounted() {
        var tests = List.of(
                CorrectedResampledT.of(new double[] {0.1, 0.12, 0.11, 0.1}, 1 / 3.0),
                TestResult.missing("no folds"),
                CorrectedResampledT.of(new double[] {0.1, -0.12, 0.11, 0.1}, 1 / 3.0));
        var adjusted = Holm.adjust(tests);
        assertEquals(
                2 * tests.get(0).pValue().value(), adjusted.get(0).adjusted().value(), 1e-15);
        assertEquals("no folds", adjusted.get(1).adjusted().note());
        assertEquals(tests.get(2).pValue().value(), adjusted.get(2).adjusted().value(), 1e-15);
    }

    /** Presidential approval, Agresti, Categorical Data Analysis (1990), p. 350: 86 and 150 changed; p by SciPy 1.17.1. */
    @Test
    void mcNemarOfManyRows() {
        var test = new McNemar(150, 86, 1600).test();
        assertEquals(Math.pow(150 - 86 - 1, 2) / 236, test.statistic().value(), 1e-12);
        assertEquals(4.114562281345944e-05, test.pValue().value(), 1e-12);
        assertEquals(0.04, test.difference().value(), 1e-12);
    }

    /** Two-sided binomial tests by SciPy 1.17.1: binomtest(2, 10) and binomtest(5, 6). */
    @Test
    void mcNemarOfFewRowsIsExact() {
        assertEquals(0.109375, new McNemar(2, 8, 40).test().pValue().value(), 1e-12);
        assertEquals(0.21875, new McNemar(5, 1, 40).test().pValue().value(), 1e-12);
        assertEquals(1, new McNemar(3, 3, 40).test().pValue().value(), 1e-12);
        assertEquals(1, new McNemar(0, 0, 40).test().pValue().value());
    }

    @Test
    void mcNemarCountsRows() {
        var counted = McNemar.of(new int[] {0, 1, 1, 0, 1}, new int[] {0, 1, 0, 1, 1}, new int[] {1, 1, 1, 1, 0});
        assertEquals(new McNemar(2, 1, 5), counted);
    }

    /**
     * Nadeau and Bengio (2003): five folds, so a test fold is a quarter of its training set. Expected values by SciPy 1.17.1
     * from mean / sqrt((1/5 + 1/4) variance) and the t distribution with 4 degrees of freedom.
     */
    @Test
    void correctedResampledT() {
        var test = CorrectedResampledT.of(new double[] {0.012, 0.034, -0.005, 0.021, 0.018}, 0.25);
        assertEquals(1.676104962812557, test.statistic().value(), 1e-12);
        assertEquals(0.16902565060538866, test.pValue().value(), 1e-12);
        assertEquals(0.016, test.difference().value(), 1e-15);
    }

    /**
     * Without overlap of the training sets the correction vanishes and Student's paired test is left: his sleep data (1908),
     * ten patients, t = 4.0621 with 9 degrees of freedom, p = .002833.
     */
    @Test
    void withoutCorrectionItIsStudents() {
        var hours = new double[] {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        var test = CorrectedResampledT.of(hours, 0);
        assertEquals(4.0621, test.statistic().value(), 5e-5);
        assertEquals(0.002833, test.pValue().value(), 5e-7);
        assertEquals(1.58, test.difference().value(), 1e-12);
    }

    @Test
    void foldsThatCannotBeTestedSayWhy() {
        assertFalse(CorrectedResampledT.of(new double[] {0.1}, 1).pValue().isPresent());
        assertFalse(CorrectedResampledT.of(new double[] {0.1, 0.1, 0.1}, 0.5)
                .pValue()
                .isPresent());
        assertEquals(
                1, CorrectedResampledT.of(new double[] {0, 0, 0}, 0.5).pValue().value());
    }
}
