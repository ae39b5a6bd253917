package org.ecgdistill.osgi;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;

/** What goes into a node of the plug-in: a small table of the kind that it expects, or a trained model. */
enum Feed {
    /** Whole recordings, as the ECG Reader and the ECG Generator put them out. */
    RECORDS(Feed::records),
    /** The beats of these recordings. */
    ANNOTATIONS(Feed::annotations),
    /** Short signals with label, subject and fold, as learners take them. */
    EXAMPLES(TestTables::rows),
    /** The same with what a teacher thinks of each row. */
    TAUGHT(TestTables::taught),
    /** Labels with what two models think. */
    PREDICTIONS(TestTables::predictions),
    /** A model that was trained on the examples. */
    MODEL(null),
    /** A student that was trained on the examples. */
    STUDENT(null);

    private static final int RATE = 360;
    private static final int SECONDS = 4;

    private final Supplier<Table> maker;

    Feed(Supplier<Table> maker) {
        this.maker = maker;
    }

    boolean isTable() {
        return maker != null;
    }

    Table table() {
        return Optional.ofNullable(maker).orElseThrow().get();
    }

    /** Puts what the feed is into a workflow; the first output of the node, or the model of a learner. */
    Node into(Workflow workflow) {
        if (isTable()) {
            return workflow.add(table());
        }
        var examples = workflow.add(TestTables.rows());
        return this == MODEL
                ? workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                        .from(examples)
                        .set("training/epochs", 1)
                : workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                        .from(examples)
                        .set("distillation/method", "LABELS")
                        .set("training/epochs", 1);
    }

    int port() {
        return isTable() ? 1 : 2;
    }

    private static Table records() {
        var names = IntStream.range(0, 8).mapToObj(i -> "record-" + i).toArray(String[]::new);
        return Table.of(
                Column.strings("Record", names),
                Column.strings("Subject", texts(i -> "subject-" + i / 2)),
                Column.strings("Lead", texts(i -> "II")),
                Column.doubles(
                        "Sampling rate",
                        IntStream.range(0, 8).mapToObj(i -> (double) RATE).toArray(Double[]::new)),
                Column.signals(
                        "Signal", IntStream.range(0, 8).mapToObj(Feed::beats).toArray(double[][]::new)),
                Column.strings("Class", texts(i -> i % 4 < 2 ? "normal" : "abnormal")));
    }

    private static Table annotations() {
        var records = new ArrayList<String>();
        var samples = new ArrayList<Long>();
        for (var record = 0; record < 8; record++) {
            for (var time = Math.floorMod(4 - record, 8) / 10.0; time < SECONDS; time += 0.8) {
                records.add("record-" + record);
                samples.add(Math.round(time * RATE));
            }
        }
        return Table.of(
                Column.strings("Record", records.toArray(String[]::new)),
                Column.longs("Sample", samples.toArray(Long[]::new)),
                Column.doubles(
                        "Time", samples.stream().map(at -> (double) at / RATE).toArray(Double[]::new)),
                Column.strings(
                        "Symbol",
                        samples.stream().map(at -> at % 5 == 0 ? "V" : "N").toArray(String[]::new)));
    }

    private static String[] texts(IntFunction<String> text) {
        return IntStream.range(0, 8).mapToObj(text).toArray(String[]::new);
    }

    /** A narrow peak every 0.8 seconds on a slow wave. */
    private static double[] beats(int record) {
        return IntStream.range(0, RATE * SECONDS)
                .mapToDouble(sample -> {
                    var seconds = (double) sample / RATE;
                    var fromPeak = (seconds + 0.1 * record) % 0.8 - 0.4;
                    return Math.exp(-fromPeak * fromPeak / 2e-4) + 0.2 * Math.sin(2 * seconds + record);
                })
                .toArray();
    }
}
