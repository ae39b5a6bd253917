package org.ecgdistill.evaluation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.ecgdistill.evaluation.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

final class Ec57ReportTest {

    private static final List<String> BEATS = List.of("N", "S", "V", "F", "Q");

    /**
     * Test set of de Chazal, O'Dwyer and Reilly (2004), IEEE Transactions on Biomedical Engineering 51:1196-1206: reference
     * by row, algorithm by column. Published: supraventricular Se 75.9, +P 38.5, FPR 4.7 % (4.65), ventricular Se 77.7, +P
     * 81.9, FPR 1.2 %, accuracy 85.9 %. The WFDB program bxb counts false positives in the same way.
     */
    private static final ConfusionMatrix DE_CHAZAL = ConfusionMatrix.of(BEATS, new long[][] {
        {38444, 1904, 303, 3509, 98},
        {173, 1395, 252, 16, 1},
        {117, 321, 2504, 176, 103},
        {33, 1, 7, 347, 0},
        {1, 2, 2, 2, 0}
    });

    @Test
    void agreesWithDeChazal() {
        var report = Ec57Report.of(DE_CHAZAL, List.of());
        var supraventricular = report.rows().get(1).gross();
        assertEquals(0.759, supraventricular.sensitivity().value(), 5e-4);
        assertEquals(0.385, supraventricular.precision().value(), 5e-4);
        assertEquals(0.0465, supraventricular.falsePositiveRate().value(), 5e-5);
        var ventricular = report.rows().get(2).gross();
        assertEquals(0.777, ventricular.sensitivity().value(), 5e-4);
        assertEquals(0.819, ventricular.precision().value(), 5e-4);
        assertEquals(0.012, ventricular.falsePositiveRate().value(), 5e-4);
        assertEquals(0.859, DE_CHAZAL.accuracy().value(), 5e-4);
        assertEquals(49711, DE_CHAZAL.rows());
        // Without the excuse the published .819 would be .816.
        assertEquals(303 + 252, ventricular.falsePositives());
        assertEquals(1904 + 321 + 1, supraventricular.falsePositives());
    }

    @Test
    void otherClassesHaveNoExcuses() {
        var report = Ec57Report.of(ConfusionMatrix.of(List.of("V", "other"), new long[][] {{5, 1}, {2, 9}}), List.of());
        assertEquals(2, report.rows().get(0).gross().falsePositives());
        assertFalse(report.rows().get(0).averageSensitivity().isPresent());
    }

    @Test
    void averagesAreOverTheSubjectsThatHaveTheBeats() {
        var one = ConfusionMatrix.of(List.of("N", "V"), new long[][] {{90, 10}, {0, 0}});
        var other = ConfusionMatrix.of(List.of("N", "V"), new long[][] {{50, 0}, {2, 8}});
        var both = ConfusionMatrix.of(List.of("N", "V"), new long[][] {{140, 10}, {2, 8}});
        var row = Ec57Report.of(both, List.of(one, other)).rows().get(1);
        assertEquals(0.8, row.averageSensitivity().value(), 1e-12);
        assertEquals(
                "over the 1 of 2 subjects that have it",
                row.averageSensitivity().note());
        assertEquals(0.5, row.averagePositivePredictivity().value(), 1e-12);
        assertEquals(0.05, row.averageFalsePositiveRate().value(), 1e-12);
        assertEquals(8 / 18.0, row.gross().precision().value(), 1e-12);
    }
}
