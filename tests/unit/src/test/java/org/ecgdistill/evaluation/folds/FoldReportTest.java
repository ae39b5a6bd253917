package org.ecgdistill.evaluation.folds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldReportTest {

    @Test
    void countsRowsSubjectsAndClasses() {
        var report = FoldReport.of(
                List.of("n", "a", "n", "n", "a", "n"),
                Optional.of(List.of("1", "1", "2", "3", "4", "4")),
                new int[] {0, 0, 0, 1, 1, 1});
        assertEquals(List.of("a", "n"), report.classes());
        assertEquals(
                List.of(new FoldReport.Fold(0, 3, 2, List.of(1, 2)), new FoldReport.Fold(1, 3, 2, List.of(1, 2))),
                report.folds());
        assertEquals(List.of(), report.findings());
    }

    @Test
    void findsSubjectsInSeveralFolds() {
        assertEquals(
                List.of("Subject \"1\" is in several folds: models are tested on people they have learnt from, and the"
                        + " figures look better than they are. Assign folds by subject before training."),
                FoldReport.of(List.of("n", "n"), Optional.of(List.of("1", "1")), new int[] {0, 1})
                        .findings());
        var many = FoldReport.of(
                List.of("n", "n", "n", "n", "n", "n", "n", "n"),
                Optional.of(List.of("1", "2", "3", "4", "1", "2", "3", "4")),
                new int[] {0, 0, 0, 0, 1, 1, 1, 1});
        assertEquals(
                "Subjects \"1\", \"2\", \"3\" and 1 more are in several folds: models are tested on people they have learnt"
                        + " from, and the figures look better than they are. Assign folds by subject before training.",
                many.findings().get(0));
    }

    @Test
    void saysWhenNoSubjectsAreKnown() {
        assertEquals(
                List.of("No subject column is chosen: rows of one person may lie in several folds, and then results"
                        + " look better than they are."),
                FoldReport.of(List.of("n", "n"), Optional.empty(), new int[] {0, 1})
                        .findings());
    }

    @Test
    void findsFoldsThatLackAClass() {
        var report = FoldReport.of(
                List.of("n", "a", "n", "n", "n"),
                Optional.of(List.of("1", "2", "3", "4", "5")),
                new int[] {0, 0, 1, 2, 2});
        assertEquals(
                List.of("Folds 1, 2 have no row of class \"a\": figures there do not cover this class."
                        + " Use fewer folds or more data."),
                report.findings());
    }

    @Test
    void countsRowsThatTakeNoPartOrLackAValue() {
        var report = FoldReport.of(
                Arrays.asList("n", null, "n", "n", null),
                Optional.of(Arrays.asList("1", "2", null, "3", "4")),
                new int[] {0, 0, 1, 1, -1});
        assertEquals(
                List.of(
                        "1 row has no fold and takes no part in the cross-validation, because a value is missing.",
                        "1 row that is in a fold has no label.",
                        "1 row that is in a fold has no subject."),
                report.findings());
        assertEquals(new FoldReport.Fold(0, 2, 2, List.of(1)), report.folds().get(0));
    }

    /** A column of names taken for labels once gave a sentence for each of them. */
    @Test
    void veryManyLackingClassesAreCounted() {
        var labels = IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
        var folds = IntStream.range(0, 2_000).map(row -> row % 2).toArray();
        var findings = FoldReport.of(labels, Optional.of(labels), folds).findings();
        assertEquals(4, findings.size());
        assertEquals("And 1,997 more classes are missing in some folds.", findings.get(3));
    }

    @Test
    void subjectsThatLookAlikeAreFound() {
        var findings = FoldReport.of(List.of("n", "n"), Optional.of(List.of("Anna", "anna ")), new int[] {0, 1})
                .findings();
        assertTrue(findings.get(0).contains("\"Anna\" and \"anna \""), findings.toString());
    }

    @Test
    void anEmptyTableHasAnEmptyReport() {
        var report = FoldReport.of(List.of(), Optional.of(List.of()), new int[0]);
        assertEquals(List.of(), report.folds());
        assertEquals(List.of(), report.findings());
    }
}
