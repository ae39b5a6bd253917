package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.ColumnType;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;

/** The Fold Assigner as an analyst meets it. How even its folds are is tested where they are made. */
class FoldAssignerNodeTest {

    private static final Table EIGHT_ROWS = Table.of(
            Column.strings("Class", "n", "a", "n", "a", "n", "a", "n", "a"),
            Column.strings("Subject", "1", "1", "2", "2", "3", "3", "4", "4"),
            Column.integers("strat_fold", 1, 1, 2, 2, 10, 10, 2, 2));

    @Test
    void dividesGeneratedRecordsWithoutASetting() {
        var workflow = Knime.get().workflow();
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(OwnNode.ECG_GENERATOR.factory()).set("duration", 10));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals("", run.node(folds).warning());
            var rows = run.table(folds, 1);
            assertEquals(
                    List.of("Record", "Subject", "Lead", "Sampling rate", "Signal", "Class", "Fold"),
                    rows.columnNames());
            assertEquals(ColumnType.INTEGER, rows.column("Fold").type());
            var foldOfSubject = new HashMap<Object, Object>();
            for (var row = 0; row < rows.rowCount(); row++) {
                var fold = rows.get("Fold", row);
                var before = foldOfSubject.putIfAbsent(rows.get("Subject", row), fold);
                assertTrue(before == null || before.equals(fold));
            }
            var report = run.table(folds, 2);
            assertEquals(
                    List.of("Fold", "Rows", "Subjects", "Rows (Class=abnormal)", "Rows (Class=normal)"),
                    report.columnNames());
            assertArrayEquals(new int[] {0, 1, 2, 3, 4}, report.column("Fold").integers());
            assertArrayEquals(new int[] {8, 8, 8, 8, 8}, report.column("Rows").integers());
            assertArrayEquals(
                    new int[] {4, 4, 4, 4, 4}, report.column("Subjects").integers());
        }
    }

    @Test
    void copiesGivenFoldsAndWarnsOfALeak() {
        var workflow = Knime.get().workflow();
        var given = Table.of(
                Column.strings("Class", "n", "a", "n", "a"),
                Column.strings("Subject", "1", "1", "1", "2"),
                Column.integers("strat_fold", 1, 1, 10, 10));
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(given))
                .set("mode", "COPY");
        try (var run = workflow.run()) {
            assertArrayEquals(
                    new int[] {0, 0, 1, 1}, run.table(folds, 1).column("Fold").integers());
            assertEquals(
                    List.of("1", "10"), run.table(folds, 2).column("Given fold").strings());
            assertTrue(run.node(folds).warning().contains("Subject \"1\" is in several folds"));
        }
    }

    @Test
    void aChosenFoldColumnIsReplacedByItsNumbers() {
        var workflow = Knime.get().workflow();
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(EIGHT_ROWS))
                .set("mode", "COPY")
                .set("givenFolds", "strat_fold")
                .set("foldColumn", "strat_fold");
        try (var run = workflow.run()) {
            var rows = run.table(folds, 1);
            assertEquals(List.of("Class", "Subject", "strat_fold"), rows.columnNames());
            assertArrayEquals(
                    new int[] {0, 0, 1, 1, 2, 2, 1, 1},
                    rows.column("strat_fold").integers());
        }
    }

    @Test
    void warnsWhenSubjectsAreNotKeptTogether() {
        var workflow = Knime.get().workflow();
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(EIGHT_ROWS))
                .set("keepSubjectsTogether", false)
                .set("folds", 2);
        try (var run = workflow.run()) {
            assertTrue(run.node(folds).warning().contains("rows of one person may lie in several folds"));
            assertEquals(
                    Arrays.asList(null, null),
                    run.table(folds, 2).column("Subjects").values());
        }
    }

    @Test
    void warnsWhenAFoldLacksAClass() {
        var workflow = Knime.get().workflow();
        var given =
                Table.of(Column.strings("Class", "n", "n", "n", "a"), Column.strings("Subject", "1", "2", "3", "4"));
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(given))
                .set("folds", 2);
        try (var run = workflow.run()) {
            assertTrue(
                    run.node(folds).warning().contains("has no row of class \"a\""),
                    run.node(folds).warning());
        }
    }

    @Test
    void rowsWithMissingValuesGetNoFoldAndAreCounted() {
        var workflow = Knime.get().workflow();
        var given = Table.of(
                Column.strings("Class", "n", null, "a", "n", "a", "n"),
                Column.strings("Subject", "1", "1", "2", null, "3", "4"));
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(given))
                .set("folds", 2);
        try (var run = workflow.run()) {
            var fold = run.table(folds, 1).column("Fold");
            assertTrue(fold.isMissing(1) && fold.isMissing(3));
            assertEquals(
                    4, fold.values().stream().filter(value -> value != null).count());
            assertTrue(
                    run.node(folds).warning().contains("2 rows have no fold and take no part in the cross-validation"));
        }
    }

    @Test
    void anEmptyTableIsNoFault() {
        var workflow = Knime.get().workflow();
        var given = Table.of(Column.strings("Class"), Column.strings("Subject"));
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory()).from(workflow.add(given));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            assertEquals(
                    List.of("Class", "Subject", "Fold"), run.table(folds, 1).columnNames());
            assertEquals(0, run.table(folds, 2).rowCount());
            assertEquals(
                    "The input table is empty: there are no rows to divide.",
                    run.node(folds).warning());
        }
    }

    @Test
    void shufflingMakesOtherFoldsThatTheSeedDecides() {
        var seen = new HashSet<List<Object>>();
        for (var seed = 1; seed <= 6; seed++) {
            seen.add(shuffled(seed));
        }
        assertTrue(seen.size() > 1);
        assertEquals(shuffled(3), shuffled(3));
    }

    private static List<Object> shuffled(int seed) {
        var workflow = Knime.get().workflow();
        var names = IntStream.range(0, 30).mapToObj(String::valueOf).toArray(String[]::new);
        var classes =
                IntStream.range(0, 30).mapToObj(row -> row % 3 == 0 ? "a" : "n").toArray(String[]::new);
        var table = Table.of(Column.strings("Class", classes), Column.strings("Subject", names));
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(table))
                .set("shuffle", true)
                .set("seed", seed);
        try (var run = workflow.run()) {
            return run.table(folds, 1).column("Fold").values();
        }
    }

    @Test
    void tooManyFoldsAreRefused() {
        assertRefused(
                EIGHT_ROWS,
                "folds",
                5,
                "5 folds need at least 5 different subjects, but there are only 4. Ask for fewer folds, or check that"
                        + " the right subject column is chosen.");
        assertRefused(EIGHT_ROWS, "folds", 1, "Cross-validation needs at least 2 folds, but 1 are asked for.");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        assertRefused(
                EIGHT_ROWS,
                "label",
                "Diagnosis",
                "The label column \"Diagnosis\" is not in the input table. Choose another in the node's dialog.");
    }

    @Test
    void aColumnOfTheWrongKindIsRefused() {
        var table = Table.of(
                Column.signals("Signal", new double[] {1}),
                Column.strings("Class", "n"),
                Column.strings("Subject", "1"));
        assertRefused(
                table,
                "label",
                "Signal",
                "The column \"Signal\" cannot serve as label column: it holds Collection (List), but text or whole numbers"
                        + " are needed.");
    }

    @Test
    void aTableWithoutAUsualColumnAsksForAChoice() {
        assertRefused(
                Table.of(Column.strings("Class", "n"), Column.strings("Who", "1")),
                "folds",
                2,
                "No subject column is chosen, and the input table has none that is called \"Subject\" or \"Patient\" or"
                        + " \"patient_id\" and holds text or numbers. Choose the subject column in the node's dialog. If"
                        + " no two rows come from the same person, untick \"Keep subjects together\".");
    }

    private static void assertRefused(Table table, String parameter, Object value, String sentence) {
        var workflow = Knime.get().workflow();
        var folds = workflow.add(OwnNode.FOLD_ASSIGNER.factory())
                .from(workflow.add(table))
                .set(parameter, value);
        try (var run = workflow.run()) {
            assertFalse(run.succeeded());
            assertFalse(run.node(folds).isExecuted());
            var message = run.node(folds).message();
            assertTrue(message.contains(sentence), message);
        }
    }
}
