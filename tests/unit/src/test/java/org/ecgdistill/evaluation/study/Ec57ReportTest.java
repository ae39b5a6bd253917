package org.ecgdistill.evaluation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ecgdistill.evaluation.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

final class Ec57ReportTest {

    private static final List<String> BEATS = List.of("N", "S", "V", "F", "Q");

    /**
     * Test set of de Chazal, O'Dwyer and Reilly (2004), IEEE Transactions on Biomedical Engineering 51:1196-1206: reference
     * by row, algorithm by column. The figures are those of the paper's abstract: supraventricular Se 75.9, +P 38.5, FPR
     * 4.7 %, ventricular Se 77.7, +P 81.9, FPR 1.2 %.
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
        // From the counts it is 4.6499 %, which the paper must have rounded by way of 4.65.
        assertEquals(0.047, supraventricular.falsePositiveRate().value(), 5.1e-4);
        var ventricular = report.rows().get(2).gross();
        assertEquals(0.777, ventricular.sensitivity().value(), 5e-4);
        assertEquals(0.819, ventricular.precision().value(), 5e-4);
        assertEquals(0.012, ventricular.falsePositiveRate().value(), 5e-4);
        // Without the excuse the published .819 would be .816.
        assertEquals(303 + 252, ventricular.falsePositives());
        assertEquals(1904 + 321 + 1, supraventricular.falsePositives());
    }

    /**
     * The sums over reference and algorithm labels (Nv: a normal beat called ventricular) of the WFDB program bxb, whose
     * author wrote the standard's reference programs: VTP = Vv, VFN = Vn + Vs + Vf + Vq, VFP = Nv + Sv, VTN all others that
     * are neither V nor called v; STP = Ss, SFN = Sn + Sv + Sf + Sq, SFP = Ns + Vs + Fs.
     */
    @Test
    void countsAsBxbDoes() {
        var random = new SplittableRandom(3);
        var beats = new long[5][5];
        for (var ofReference : beats) {
            Arrays.setAll(ofReference, i -> random.nextInt(1000));
        }
        var rows = Ec57Report.of(ConfusionMatrix.of(BEATS, beats), List.of()).rows();
        var ventricular = rows.get(2).gross();
        assertEquals(sum(beats, "Vv"), ventricular.truePositives());
        assertEquals(sum(beats, "Vn Vs Vf Vq"), ventricular.falseNegatives());
        assertEquals(sum(beats, "Nv Sv"), ventricular.falsePositives());
        assertEquals(sum(beats, "Nn Ns Nf Nq Sn Ss Sf Sq Fn Fs Ff Fq Qn Qs Qf Qq"), ventricular.trueNegatives());
        var supraventricular = rows.get(1).gross();
        assertEquals(sum(beats, "Ss"), supraventricular.truePositives());
        assertEquals(sum(beats, "Sn Sv Sf Sq"), supraventricular.falseNegatives());
        assertEquals(sum(beats, "Ns Vs Fs"), supraventricular.falsePositives());
    }

    private static long sum(long[][] beats, String cells) {
        return Stream.of(cells.split(" "))
                .mapToLong(cell -> beats[BEATS.indexOf(cell.substring(0, 1))][
                        BEATS.indexOf(cell.substring(1).toUpperCase(Locale.ROOT))])
                .sum();
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
