package org.ecgdistill.evaluation.comparisons;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.DoubleOrder;
import org.ecgdistill.evaluation.metrics.MetricValue;

/**
 * Adjusts p-values of several tests so that the chance of any false finding among them stays at the level (Holm 1979): the
 * i-th smallest of m is multiplied by m - i + 1, and none may be smaller than one before it.
 */
public final class Holm {

    private Holm() {}

    public static double[] adjust(double[] pValues) {
        var adjusted = new double[pValues.length];
        var largest = 0.0;
        var left = pValues.length;
        for (var i : DoubleOrder.ascending(pValues)) {
            largest = Math.max(largest, Math.min(1, left * pValues[i]));
            adjusted[i] = largest;
            left--;
        }
        return adjusted;
    }

    /** The same tests with adjusted p-values; missing ones stay missing and are not counted. */
    public static List<TestResult> adjust(List<TestResult> tests) {
        var adjusted = adjust(tests.stream()
                .filter(test -> test.pValue().isPresent())
                .mapToDouble(test -> test.pValue().value())
                .toArray());
        var results = new ArrayList<TestResult>(tests.size());
        var next = 0;
        for (var test : tests) {
            results.add(
                    test.pValue().isPresent()
                            ? test.withAdjusted(MetricValue.of(
                                    adjusted[next++], test.pValue().note()))
                            : test);
        }
        return List.copyOf(results);
    }
}
