package org.ecgdistill.evaluation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
        var report = Ec57Report.of(DE_CHAZAL);
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
        var rows = Ec57Report.of(ConfusionMatrix.of(BEATS, beats)).rows();
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
        var report = Ec57Report.of(ConfusionMatrix.of(List.of("V", "other"), new long[][] {{5, 1}, {2, 9}}));
        assertEquals(2, report.rows().get(0).gross().falsePositives());
        assertFalse(report.rows().get(0).averageSensitivity().isPresent());
    }

    @Test
    void averagesAreOverTheSubjectsThatHaveTheBeats() {
        var row = report(List.of("N", "V"), new long[][] {{90, 10}, {0, 0}}, new long[][] {{50, 0}, {2, 8}})
                .rows()
                .get(1);
        assertEquals(0.8, row.averageSensitivity().value(), 1e-12);
        assertEquals(
                "over the 1 of 2 subjects that have it",
                row.averageSensitivity().note());
        assertEquals(0.5, row.averagePositivePredictivity().value(), 1e-12);
        assertEquals(0.05, row.averageFalsePositiveRate().value(), 1e-12);
        assertEquals(8 / 18.0, row.gross().precision().value(), 1e-12);
    }

    /** A report of rows with the given number of each label and prediction, one matrix for each subject. */
    private static Ec57Report report(List<String> classes, long[][]... bySubject) {
        var rows = new ArrayList<int[]>();
        for (var subject = 0; subject < bySubject.length; subject++) {
            for (var actual = 0; actual < bySubject[subject].length; actual++) {
                for (var predicted = 0; predicted < bySubject[subject][actual].length; predicted++) {
                    for (var i = 0L; i < bySubject[subject][actual][predicted]; i++) {
                        rows.add(new int[] {actual, predicted, subject});
                    }
                }
            }
        }
        return Ec57Report.of(classes, column(rows, 0), column(rows, 1), column(rows, 2), bySubject.length);
    }

    private static int[] column(List<int[]> rows, int column) {
        return rows.stream().mapToInt(row -> row[column]).toArray();
    }

    /** Of each subject as of all: fusion and unknown beats called V and unknown beats called S are not wrong. */
    @Test
    void excusesHoldInEachSubject() {
        var beats = new long[][] {{90, 0, 4, 0, 0}, {1, 5, 0, 0, 0}, {0, 0, 8, 0, 2}, {0, 0, 3, 1, 0}, {0, 7, 2, 0, 0}};
        var report = report(BEATS, beats, beats);
        for (var name : List.of("S", "V")) {
            var row = report.rows().get(BEATS.indexOf(name));
            assertEquals(
                    row.gross().sensitivity().value(), row.averageSensitivity().value(), 1e-12);
            assertEquals(
                    row.gross().precision().value(),
                    row.averagePositivePredictivity().value(),
                    1e-12);
            assertEquals(
                    row.gross().falsePositiveRate().value(),
                    row.averageFalsePositiveRate().value(),
                    1e-12);
        }
        assertEquals(
                8 / 12.0, report.rows().get(2).averagePositivePredictivity().value(), 1e-12);
        assertEquals(1, report.rows().get(1).averagePositivePredictivity().value(), 1e-12);
    }

    /** A matrix for each subject would take 8 GB. */
    @Test
    void manyClassesAndSubjectsFitIntoMemory() {
        var classes = 1000;
        var subjects = 1000;
        var actual = new int[10 * subjects];
        var predicted = new int[actual.length];
        var subject = new int[actual.length];
        Arrays.setAll(actual, i -> i % classes);
        Arrays.setAll(predicted, i -> i % 3 == 0 ? i % classes : classes);
        Arrays.setAll(subject, i -> i % subjects);
        var names = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
        var row = Ec57Report.of(names, actual, predicted, subject, subjects)
                .rows()
                .get(0);
        assertEquals(0.4, row.gross().sensitivity().value(), 1e-12);
        assertEquals(0.4, row.averageSensitivity().value(), 1e-12);
        assertEquals(0, row.averageFalsePositiveRate().value());
    }
}
