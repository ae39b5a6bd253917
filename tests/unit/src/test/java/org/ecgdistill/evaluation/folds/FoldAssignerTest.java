package org.ecgdistill.evaluation.folds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldAssignerTest {

    private static final OptionalLong NO_SEED = OptionalLong.empty();

    /** Whatever division of these rows scikit-learn's StratifiedGroupKFold makes, ours is at least as even. */
    /** The folds of labelled rows stay, a subject's rows lie together, and subjects without labels are spread evenly. */
    @Test
    void rowsWithoutALabelFollowTheirSubject() {
        var labels = new ArrayList<String>();
        var subjects = new ArrayList<String>();
        for (var row = 0; row < 120; row++) {
            var subject = row / 3;
            labels.add(subject >= 20 || row % 3 == 2 ? null : subject % 4 == 0 ? "a" : "n");
            subjects.add(row == 119 ? null : "s" + subject);
        }
        var assigner = new FoldAssigner(4, OptionalLong.of(3));
        var labelled = assigner.assign(labels, Optional.of(subjects), Progress.NONE);
        var all = assigner.assignAll(labels, Optional.of(subjects), Progress.NONE);
        var foldOf = new HashMap<String, Integer>();
        var rows = new int[4];
        for (var row = 0; row < 119; row++) {
            if (labels.get(row) != null) {
                assertEquals(labelled[row], all[row]);
            } else {
                rows[all[row]]++;
            }
            var before = foldOf.putIfAbsent(subjects.get(row), all[row]);
            assertTrue(before == null || before == all[row], "subject of row " + row);
        }
        assertEquals(-1, all[119]);
        assertTrue(
                Arrays.stream(rows).max().getAsInt() - Arrays.stream(rows).min().getAsInt() <= 3);
        var none = assigner.assignAll(Collections.nCopies(8, null), Optional.empty(), Progress.NONE);
        assertArrayEquals(new int[] {0, 1, 2, 3, 0, 1, 2, 3}, none);
    }

    @Test
    @Tag("fixtures")
    void isAtLeastAsEvenAsTheReference() throws IOException {
        for (var file : Shared.files(Shared.fixtures("evaluation"), "stratified_group_folds", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile());
            var labels = strings(reference.get("y"));
            var subjects = strings(reference.get("groups"));
            var divisions = reference.get("folds").fields();
            while (divisions.hasNext()) {
                var division = divisions.next();
                var theirs = numbers(division.getValue().get("fold"));
                var number = Arrays.stream(theirs).max().orElseThrow() + 1;
                for (var seed : List.of(NO_SEED, OptionalLong.of(0), OptionalLong.of(1))) {
                    var ours = new FoldAssigner(number, seed).assign(labels, Optional.of(subjects), Progress.NONE);
                    assertEachSubjectInOneFold(subjects, ours);
                    var place = file.getFileName() + " " + division.getKey() + " seed " + seed;
                    assertTrue(unevenness(labels, ours, number) <= unevenness(labels, theirs, number), place);
                    assertTrue(
                            shareDeviation(labels, ours, number) <= shareDeviation(labels, theirs, number) + 1e-12,
                            place);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "5, 5", "5, 40", "10, 300", "3, 17"})
    void everySubjectIsInOneFoldAndNoFoldIsEmpty(int folds, int subjects) {
        var random = new Random(1);
        var owner = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (var subject = 0; subject < subjects; subject++) {
            var share = random.nextDouble();
            for (var row = 0; row < 1 + random.nextInt(30); row++) {
                owner.add("P" + subject);
                labels.add(random.nextDouble() < share ? "abnormal" : "normal");
            }
        }
        var assigned = new FoldAssigner(folds, NO_SEED).assign(labels, Optional.of(owner), Progress.NONE);
        assertEachSubjectInOneFold(owner, assigned);
        assertEquals(folds, Arrays.stream(assigned).distinct().count());
    }

    /** One enormous subject must not leave a fold empty, though the balance alone would. */
    @Test
    void aSubjectWithNearlyAllRowsGetsAFoldOfItsOwn() {
        var labels = new ArrayList<String>(Collections.nCopies(1000, "normal"));
        var owner = new ArrayList<String>(Collections.nCopies(1000, "big"));
        for (var i = 0; i < 4; i++) {
            labels.add("abnormal");
            owner.add("small " + i);
        }
        var assigned = new FoldAssigner(5, NO_SEED).assign(labels, Optional.of(owner), Progress.NONE);
        assertEquals(5, Arrays.stream(assigned).distinct().count());
    }

    @Test
    void withoutSubjectsEveryClassIsSpreadAsEvenlyAsRowsAllow() {
        var labels = new ArrayList<String>();
        labels.addAll(Collections.nCopies(101, "normal"));
        labels.addAll(Collections.nCopies(13, "abnormal"));
        labels.addAll(Collections.nCopies(5, "other"));
        var assigned = new FoldAssigner(5, NO_SEED).assign(labels, Optional.empty(), Progress.NONE);
        var report = FoldReport.of(labels, Optional.empty(), assigned);
        for (var fold : report.folds()) {
            assertTrue(List.of(2, 3).contains(fold.classCounts().get(0)), fold.toString());
            assertTrue(List.of(20, 21).contains(fold.classCounts().get(1)), fold.toString());
            assertEquals(1, fold.classCounts().get(2));
            assertTrue(fold.rows() >= 23 && fold.rows() <= 24, fold.toString());
        }
    }

    @Test
    void rowsWithoutLabelOrSubjectTakeNoPart() {
        var labels = Arrays.asList("a", null, "a", "b", "b", "a");
        var subjects = Arrays.asList("1", "1", null, "2", "3", "4");
        var assigned = new FoldAssigner(2, NO_SEED).assign(labels, Optional.of(subjects), Progress.NONE);
        assertEquals(-1, assigned[1]);
        assertEquals(-1, assigned[2]);
        assertEquals(4, Arrays.stream(assigned).filter(fold -> fold >= 0).count());
    }

    /** A class that occurs only in rows that take no part must not disturb the others. */
    @Test
    void aClassThatOnlyLeftOutRowsHaveIsIgnored() {
        var labels = Arrays.asList("a", "b", "a", "b", "rare");
        var subjects = Arrays.asList("1", "2", "3", "4", null);
        var assigned = new FoldAssigner(2, NO_SEED).assign(labels, Optional.of(subjects), Progress.NONE);
        assertEquals(assigned[0] + assigned[2], 1);
        assertEquals(assigned[1] + assigned[3], 1);
    }

    @Test
    void theSeedDecides() {
        var labels = IntStream.range(0, 400)
                .mapToObj(row -> row % 7 < 2 ? "abnormal" : "normal")
                .toList();
        var subjects = IntStream.range(0, 400).mapToObj(row -> "P" + row / 8).toList();
        var first = new FoldAssigner(5, OptionalLong.of(1)).assign(labels, Optional.of(subjects), Progress.NONE);
        assertArrayEquals(
                first, new FoldAssigner(5, OptionalLong.of(1)).assign(labels, Optional.of(subjects), Progress.NONE));
        var second = new FoldAssigner(5, OptionalLong.of(2)).assign(labels, Optional.of(subjects), Progress.NONE);
        assertFalse(Arrays.equals(first, second));
        assertArrayEquals(
                new FoldAssigner(5, NO_SEED).assign(labels, Optional.of(subjects), Progress.NONE),
                new FoldAssigner(5, NO_SEED).assign(labels, Optional.of(subjects), Progress.NONE));
    }

    /** As many beats and patients as PTB-XL and MIT-BIH together. */
    @Test
    void isFastForALargeDataSet() {
        var random = new Random(7);
        var labels = new ArrayList<String>();
        var subjects = new ArrayList<String>();
        for (var row = 0; row < 110_000; row++) {
            labels.add("NSVFQ"
                    .substring(random.nextInt(10) < 8 ? 0 : random.nextInt(5))
                    .substring(0, 1));
            subjects.add("P" + random.nextInt(19_000));
        }
        assertTimeout(Duration.ofSeconds(10), () -> {
            var assigned =
                    new FoldAssigner(10, OptionalLong.of(3)).assign(labels, Optional.of(subjects), Progress.NONE);
            assertEachSubjectInOneFold(subjects, assigned);
            assertTrue(shareDeviation(labels, assigned, 10) < 0.001);
            var rowWise = new FoldAssigner(10, NO_SEED).assign(labels, Optional.empty(), Progress.NONE);
            assertTrue(shareDeviation(labels, rowWise, 10) < 0.001);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -3})
    void refusesFewerThanTwoFolds(int folds) {
        var message = assertThrows(EvaluationException.class, () -> new FoldAssigner(folds, NO_SEED))
                .getMessage();
        assertEquals("Cross-validation needs at least 2 folds, but " + folds + " are asked for.", message);
    }

    @Test
    void refusesFewerSubjectsThanFolds() {
        var labels = List.of("a", "b", "a", "b", "a", "b");
        var subjects = List.of("1", "1", "2", "2", "3", "3");
        assertEquals(
                "5 folds need at least 5 different subjects, but there are only 3. Ask for fewer folds, or check that"
                        + " the right subject column is chosen.",
                refusal(5, labels, subjects));
        assertEquals(
                "7 folds need at least 7 rows with a label, but there are only 6. Ask for fewer folds.",
                refusal(7, labels, null));
    }

    @Test
    void refusesATableWithoutUsableRows() {
        assertEquals(
                "No row has both a label and a subject, so no folds can be made. Check that the right columns are"
                        + " chosen.",
                refusal(2, Arrays.asList(null, "a"), Arrays.asList("1", null)));
        assertEquals(
                "No row has a label, so no folds can be made. Check that the right columns are chosen.",
                refusal(2, List.of(), null));
    }

    @Test
    void stopsWhenItIsNoLongerWanted() {
        var labels = IntStream.range(0, 5000)
                .mapToObj(row -> row % 2 == 0 ? "a" : "b")
                .toList();
        assertThrows(CancellationException.class, () -> new FoldAssigner(5, NO_SEED)
                .assign(labels, Optional.empty(), (fraction, message) -> {
                    if (fraction > 0.1) {
                        throw new CancellationException();
                    }
                }));
    }

    private static String refusal(int folds, List<String> labels, List<String> subjects) {
        return assertThrows(EvaluationException.class, () -> new FoldAssigner(folds, NO_SEED)
                        .assign(labels, Optional.ofNullable(subjects), Progress.NONE))
                .getMessage();
    }

    private static void assertEachSubjectInOneFold(List<String> subjects, int[] folds) {
        var foldOf = new HashMap<String, Integer>();
        for (var row = 0; row < folds.length; row++) {
            var before = foldOf.putIfAbsent(subjects.get(row), folds[row]);
            assertTrue(before == null || before == folds[row], subjects.get(row));
        }
    }

    /** The sum over folds and classes of the squared deviation of the class's share in the fold from 1/k. */
    private static double unevenness(List<String> labels, int[] folds, int number) {
        var sum = 0.0;
        for (var label : new HashSet<>(labels)) {
            var rows = rows(labels, folds, number, label);
            var total = Arrays.stream(rows).sum();
            for (var count : rows) {
                sum += Math.pow((double) count / total - 1.0 / number, 2);
            }
        }
        return sum;
    }

    /**
     * scikit-learn's own criterion: the mean over classes of the standard deviation over folds of the class's share.
     */
    private static double shareDeviation(List<String> labels, int[] folds, int number) {
        return new HashSet<>(labels)
                .stream()
                        .mapToDouble(label -> {
                            var rows = rows(labels, folds, number, label);
                            var total = Arrays.stream(rows).sum();
                            return Math.sqrt(Arrays.stream(rows)
                                            .mapToDouble(count -> Math.pow((double) count / total - 1.0 / number, 2))
                                            .sum()
                                    / number);
                        })
                        .average()
                        .orElseThrow();
    }

    private static int[] rows(List<String> labels, int[] folds, int number, String label) {
        var rows = new int[number];
        for (var row = 0; row < folds.length; row++) {
            if (labels.get(row).equals(label)) {
                rows[folds[row]]++;
            }
        }
        return rows;
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(value -> strings.add(value.asText()));
        return strings;
    }

    private static int[] numbers(JsonNode array) {
        return strings(array).stream().mapToInt(Integer::parseInt).toArray();
    }
}
