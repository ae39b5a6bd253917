package org.ecgdistill.osgi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Table;

/** Small tables that learners and the scorer can work on. */
final class TestTables {
    static final int ROWS = 24;
    static final int SAMPLES = 180;
    static final int FOLDS = 3;
    static final String SOFT_TARGETS = "Soft targets (ECGFounder)";
    private static final int SCORED_ROWS = 120;

    private TestTables() {}

    /** Signals of two classes, two of each subject, in three folds. */
    static Table rows() {
        var subjects = IntStream.range(0, ROWS).mapToObj(i -> "s" + i / 2).toArray(String[]::new);
        var rates = new Double[ROWS];
        Arrays.fill(rates, 360.0);
        return Table.of(
                Column.signals("Signal", signals()),
                Column.doubles("Sampling rate", rates),
                Column.strings("Class", alternating()),
                Column.strings("Subject", subjects),
                Column.integers("Fold", folds()));
    }

    /** The table with a column in the place of one with the same name, or as its last. */
    static Table with(Table table, Column column) {
        var columns = new ArrayList<>(table.columns());
        columns.removeIf(old -> old.name().equals(column.name()));
        columns.add(column);
        return Table.of(columns.toArray(Column[]::new));
    }

    static Table without(Table table, String name) {
        return Table.of(table.columns().stream()
                .filter(column -> !column.name().equals(name))
                .toArray(Column[]::new));
    }

    /** Two more of class a, so that b is the rarer one. */
    static String[] alternating() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> i % 2 == 0 || i == 1 ? "a" : "b")
                .toArray(String[]::new);
    }

    /** Both rows of a subject lie in one fold. */
    static Integer[] folds() {
        return IntStream.range(0, ROWS).mapToObj(i -> i / 2 % FOLDS).toArray(Integer[]::new);
    }

    static double[][] signals() {
        return IntStream.range(0, ROWS).mapToObj(i -> signal(i, 1)).toArray(double[][]::new);
    }

    static double[] signal(int row, int lead) {
        var random = new SplittableRandom(31L * row + lead);
        return IntStream.range(0, SAMPLES)
                .mapToDouble(i -> Math.sin((0.1 + 0.2 * (row % 2)) * i) + 0.3 * random.nextGaussian())
                .toArray();
    }

    /** The rows with a teacher's soft targets. */
    static Table taught() {
        return with(rows(), teacher(soft(), FOLDS));
    }

    /** Soft targets as a learner writes them. */
    static Column teacher(double[][] values, int folds) {
        return Column.signals(SOFT_TARGETS, values)
                .withProperty("ecgdistill.folds", Integer.toString(folds))
                .withProperty("ecgdistill.width", "1")
                .withProperty("ecgdistill.classes", "[\"a\",\"b\"]");
    }

    /** The logits of a teacher who is right more often than not. */
    static double[][] soft() {
        var labels = alternating();
        return IntStream.range(0, ROWS)
                .mapToObj(row -> IntStream.range(0, FOLDS)
                        .mapToDouble(fold -> (labels[row].equals("b") ? 1 : -1) + 0.1 * ((row + fold) % 5))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** 12 subjects in 3 folds; the first model is right but for every tenth row, the second only names classes. */
    static Table predictions() {
        var label = new String[SCORED_ROWS];
        var subject = new String[SCORED_ROWS];
        var fold = new Integer[SCORED_ROWS];
        var good = new Double[SCORED_ROWS];
        var rules = new String[SCORED_ROWS];
        for (var row = 0; row < SCORED_ROWS; row++) {
            var abnormal = row / 12 % 3 == 0;
            label[row] = abnormal ? "abnormal" : "normal";
            subject[row] = "s" + row % 12;
            fold[row] = row % 12 % 3;
            good[row] = (abnormal == (row % 10 != 0) ? 0.6 : 0.1) + row % 7 * 0.05;
            rules[row] = row % 4 == 0 ? "normal" : label[row];
        }
        return Table.of(
                Column.strings("Class", label),
                Column.strings("Subject", subject),
                Column.integers("Fold", fold),
                Column.doubles("P (Class=abnormal) (ResNet-1D)", good),
                Column.strings("Prediction (Class) (Rules)", rules));
    }
}
