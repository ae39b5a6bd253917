package org.ecgdistill.osgi;

import static org.ecgdistill.osgi.TestTables.FOLDS;
import static org.ecgdistill.osgi.TestTables.ROWS;
import static org.ecgdistill.osgi.TestTables.SOFT_TARGETS;
import static org.ecgdistill.osgi.TestTables.rows;
import static org.ecgdistill.osgi.TestTables.soft;
import static org.ecgdistill.osgi.TestTables.taught;
import static org.ecgdistill.osgi.TestTables.teacher;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Node;
import org.ecgdistill.runner.api.NodeState;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The KD Student Learner as an analyst meets it. What students take from teachers is tested where they learn. */
class KdStudentLearnerNodeTest {

    private final Workflow workflow = TestPlatform.withTorch().workflow();

    /** Teacher, two students by default and from scratch, a student of the students, and the model used anew. */
    @Test
    void aStudentLearnsFromWhatTheFounderLearnerHasWritten() {
        var data = workflow.add(rows());
        var teacher =
                workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(data).set("training/epochs", 1);
        var resnet =
                workflow.add(OwnNode.KD_STUDENT_LEARNER.factory()).from(teacher).set("training/epochs", 1);
        var cnn = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(resnet)
                .set("network/kind", "CNN")
                .set("distillation/method", "LABELS")
                .set("name", "CNN alone")
                .set("training/epochs", 2);
        var heir = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(cnn)
                .set("network/kind", "VIT")
                .set("distillation/method", "BRIDGING")
                .set(
                        "distillation/teachers/manualFilter/manuallySelected",
                        List.of(SOFT_TARGETS, "Soft targets (ResNet-1D)"))
                .set("training/epochs", 1);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(heir, 2)
                .from(data)
                .set("name", "again");
        try (var run = run()) {
            var table = run.table(heir, 1);
            for (var name : List.of("ECGFounder", "ResNet-1D", "CNN alone", "ViT-1D")) {
                for (var row = 0; row < table.rowCount(); row++) {
                    var logit = (double) table.get("Logit (" + name + ")", row);
                    var soft = table.column("Soft targets (" + name + ")").signal(row);
                    assertEquals(FOLDS, soft.length);
                    assertEquals(soft[(int) table.get("Fold", row)], logit, name);
                }
            }
            var facts = table.column("Prediction (Class) (ResNet-1D)").properties();
            assertEquals("true", facts.get("ecgdistill.outOfFold"));
            assertEquals("137489", facts.get("ecgdistill.parameters"));
            for (var fact : List.of("bytes", "multiplyAccumulates", "trainingSeconds", "latencyMillis")) {
                assertTrue(Double.parseDouble(facts.get("ecgdistill." + fact)) > 0, fact);
            }
            assertEquals("ECGFounder", facts.get("ecgdistill.provenance.Teacher"));
            var large = Double.parseDouble(
                    table.column("Prediction (Class) (ECGFounder)").properties().get("ecgdistill.parameters"));
            assertEquals(
                    large / 137489,
                    Double.parseDouble(facts.get("ecgdistill.provenance.Compression against the teacher")),
                    0.005);
            var alone = table.column("Prediction (Class) (CNN alone)").properties();
            assertFalse(alone.containsKey("ecgdistill.provenance.Teacher"));
            assertEquals(
                    "ECGFounder, ResNet-1D",
                    table.column("Prediction (Class) (ViT-1D)").properties().get("ecgdistill.provenance.Teacher"));
            assertEquals(2 * (FOLDS + 1), run.table(cnn, 3).rowCount(), "epochs of the folds and of all rows");
            var sweep = run.table(resnet, 4);
            assertEquals(FOLDS + 1, sweep.rowCount());
            assertEquals(FOLDS + 1, sweep.column("Chosen").counts().get(true));
            assertEquals(FOLDS + 1, sweep.column("Reason").counts().get("Only pair"));
            assertEquals(4.0, sweep.get("Temperature", 0));
            assertTrue(run.table(cnn, 4).column("Temperature").isMissing(0), "nobody asked for a temperature");
            var whole = run.table(predictor, 1).column("Logit (again)").doubles();
            assertEquals(table.rowCount(), whole.length);
            assertTrue(run.port(Integer.toString(heir.id()), 2).summary().contains("ViT-1D"));
        }
    }

    @Test
    void aSweepIsATableOfEveryFoldAndPair() {
        var student = student(taught())
                .set("distillation/temperatures", "1, 4")
                .set("distillation/alphas", "0.1 0.5 0.9")
                .set("training/epochs", 1);
        try (var run = run()) {
            var sweep = run.table(student, 4);
            assertEquals(FOLDS * 6, sweep.rowCount());
            assertEquals(FOLDS, sweep.column("Chosen").counts().get(true));
            assertEquals(FOLDS * 5, sweep.column("Reason").counts().get("?"), "the others have no reason");
            assertEquals(
                    FOLDS + 1,
                    run.table(student, 3).column("Reason").counts().get("As many epochs as were best in the sweep"));
            for (var fold = 0; fold < FOLDS; fold++) {
                for (var pair = 0; pair < 6; pair++) {
                    var row = 6 * fold + pair;
                    assertEquals(fold, sweep.get("Fold", row));
                    assertEquals(pair < 3 ? 1.0 : 4.0, sweep.get("Temperature", row));
                    assertEquals(new double[] {0.1, 0.5, 0.9}[pair % 3], sweep.get("Weight", row));
                    for (var figure : List.of("Inner AUROC", "AUROC", "MCC", "F1", "Log loss")) {
                        assertFalse(sweep.column(figure).isMissing(row), figure);
                    }
                    assertTrue((double) sweep.get("Seconds", row) > 0);
                }
            }
        }
    }

    /** Probabilities of any node: a random forest, say. */
    @Test
    void aColumnOfProbabilitiesTeaches() {
        var labels = rows().column("Class").strings();
        var probabilities =
                labels.stream().map(label -> label.equals("b") ? 0.9 : 0.2).toArray(Double[]::new);
        probabilities[7] = null;
        probabilities[8] = 1.0;
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(workflow.add(TestTables.with(rows(), Column.doubles("P (Class=b) (Forest)", probabilities))))
                .set("distillation/teachers/manualFilter/manuallySelected", List.of("P (Class=b) (Forest)"))
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        try (var run = run()) {
            var warning = run.node(student).warning();
            assertTrue(warning.contains("one value for each row, whatever the fold"), warning);
            assertTrue(warning.contains("Nothing is learnt from 1 row"), warning);
            var table = run.table(student, 1);
            assertFalse(table.column("Logit (CNN-1D)").isMissing(7), "a row without a teacher is predicted");
            assertEquals("Forest", table.column("Logit (CNN-1D)").properties().get("ecgdistill.provenance.Teacher"));
        }
    }

    @Test
    void severalClassesNeedAColumnEach() {
        var rows = rows();
        var labels = IntStream.range(0, rows.rowCount())
                .mapToObj(i -> List.of("N", "S", "V").get(i % 3))
                .toArray(String[]::new);
        var table = TestTables.with(rows, Column.strings("Class", labels));
        for (var name : List.of("N", "S", "V")) {
            table = TestTables.with(
                    table,
                    Column.doubles(
                            "P (Class=" + name + ")",
                            Arrays.stream(labels)
                                    .map(label -> label.equals(name) ? 0.8 : 0.1)
                                    .toArray(Double[]::new)));
        }
        var three = student(table)
                .set(
                        "distillation/teachers/manualFilter/manuallySelected",
                        List.of("P (Class=N)", "P (Class=S)", "P (Class=V)"))
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        var two = student(table)
                .set("distillation/teachers/manualFilter/manuallySelected", List.of("P (Class=N)", "P (Class=S)"));
        try (var run = workflow.run()) {
            assertEquals(NodeState.EXECUTED, run.node(three).state(), () -> run.node(three)
                    .message());
            assertEquals(9, run.table(three, 1).column("Soft targets (CNN-1D)").signal(0).length);
            assertTrue(run.node(two).message().contains("\"P (Class=V)\" is not chosen"), run.node(two)::message);
        }
    }

    /** The founder's bottleneck has six units; the student gets as many and takes the last layer over. */
    @Test
    void featuresAreTakenOverFromATeacherWithABottleneck() {
        var teacher = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(rows()))
                .set("bottleneck", 6)
                .set("training/epochs", 1);
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(teacher)
                .set("distillation/method", "FEATURES")
                .set("distillation/alignmentEpochs", 2)
                .set("network/kind", "CNN")
                .set("training/epochs", 1);
        var predictor = workflow.add(OwnNode.ECG_MODEL_PREDICTOR.factory())
                .from(student, 2)
                .from(teacher)
                .set("name", "again");
        try (var run = run()) {
            assertEquals(3 * (FOLDS + 1), run.table(student, 3).rowCount(), "both parts are in the log");
            // 32 · 6 + 6 for the bottleneck; the last layer has 6 + 1 instead of 32 + 1.
            assertEquals(
                    Integer.toString(15_217 - 33 + 32 * 6 + 6 + 7),
                    run.table(student, 1).column("Logit (CNN-1D)").properties().get("ecgdistill.parameters"));
            assertEquals(24, run.table(predictor, 1).column("Logit (again)").doubles().length);
        }
    }

    /** Two weights make a sweep; a student of another weight than 0 is another student. */
    @Test
    void attentionIsTakenOverFromATeacherThatTellsIt() {
        var teacher = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(rows()))
                .set("attention", true)
                .set("training/epochs", 1);
        var students = new ArrayList<Node>();
        for (var kind : List.of("RESNET", "CNN", "VIT")) {
            students.add(workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                    .from(teacher)
                    .set("distillation/method", "ATTENTION")
                    .set("distillation/lambdas", "0, 5")
                    .set("network/kind", kind)
                    .set("training/epochs", 1));
        }
        try (var run = run()) {
            for (var student : students) {
                var sweep = run.table(student, 4);
                assertEquals(2 * FOLDS, sweep.rowCount());
                assertTrue(sweep.column("Temperature").isMissing(0), "nobody asked for a temperature");
                assertEquals(0.0, sweep.get("Weight", 0));
                assertEquals(5.0, sweep.get("Weight", 1));
                assertNotEquals(sweep.get("Inner Log loss", 0), sweep.get("Inner Log loss", 1));
            }
            assertEquals(
                    "ECGFounder",
                    run.table(students.get(0), 1)
                            .column("Logit (ResNet-1D)")
                            .properties()
                            .get("ecgdistill.provenance.Teacher"));
        }
    }

    @Test
    void teachersThatCannotBeUsedAreRefused() {
        var constant = new double[ROWS][];
        Arrays.fill(constant, new double[] {1, 1, 1});
        var torn = soft();
        torn[3] = new double[] {1, 2};
        var oneModel = Arrays.stream(soft()).map(part -> new double[] {part[0]}).toArray(double[][]::new);
        new Refusals(workflow)
                .add(student(rows()), "no column with soft targets of a teacher")
                .add(taughtBy("Soft targets (gone)"), "column \"Soft targets (gone)\" is not in the input table")
                .add(taughtBy("Class"), "\"Class\" cannot be a teacher")
                .add(
                        student(TestTables.with(rows(), Column.signals(SOFT_TARGETS, soft()))),
                        "lacks valid information on its models")
                .add(student(with(teacher(twoFolds(), 2))), "with 2 folds, but the fold column here has 3")
                .add(student(with(teacher(oneModel, 1))), "comes from one model of all rows")
                .add(student(with(teacher(constant, 3))), "predicts the same for every row")
                .add(student(with(teacher(torn, 3))), "row 4 holds 2 numbers")
                .add(
                        student(with(teacher(soft(), 3))).set("labels/positive", "a"),
                        "predicts a, b, but the student learns b, a")
                .add(probabilities("P (Class=b)"), "should hold probabilities from 0 to 1")
                .add(
                        probabilities("P (Class=a)"),
                        "predicts the class \"a\", but the positive class of the student is \"b\"")
                .add(
                        student(TestTables.with(taught(), Column.strings("Logit (ResNet-1D)", new String[ROWS]))),
                        "Give this model another name")
                .check();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    classes | ["a", null]
                    classes | [[]]
                    width   | -1
                    width   | [null]
                    folds   | 0
                    folds   | 1e99
                    """)
    void aDamagedPropertyOfATeacherIsNamed(String property, String value) {
        new Refusals(workflow)
                .add(
                        student(with(teacher(soft(), 3).withProperty("ecgdistill." + property, value))),
                        "its property ecgdistill." + property + " is missing or damaged")
                .check();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    temperatures | 0        | must be above 0, but one is 0
                    temperatures | 2, -1    | but one is -1
                    temperatures | warm     | "warm" is not a number
                    temperatures | ' '      | At least one temperature
                    alphas       | 0.5, 1.5 | must lie from 0
                    """)
    void anUnsuitableSettingOfDistillationIsExplained(String setting, String value, String sentence) {
        new Refusals(workflow)
                .add(student(taught()).set("distillation/" + setting, value), sentence)
                .check();
    }

    @Test
    void settingsThatDoNotGoTogetherAreRefused() {
        new Refusals(workflow)
                .add(
                        student(taught())
                                .set("distillation/temperatures", "1, 2")
                                .set("training/innerFolds", 0),
                        "no rows are kept back to choose among them")
                .add(method("BRIDGING").set("distillation/lambdas", "-2"), "λ must be 0 or more, but one is -2")
                .add(method("FEATURES"), "no features of a teacher")
                .add(
                        student(with(teacher(soft(), 3).withProperty("ecgdistill.folds", "2000000000"))),
                        "row 1 holds 3 numbers, but 2,000,000,000 models")
                .add(student(taught()).set("network/stages", "28, many"), "\"many\" is not a whole number")
                .add(student(taught()).set("network/kind", "CNN").set("network/kernel", 4), "odd length")
                .add(student(taught()).set("network/kind", "VIT").set("network/patch", 1000), "shorter than one patch")
                .check();
    }

    @Test
    void anAttentionThatCannotBeLearntIsRefused() {
        new Refusals(workflow)
                .add(method("ATTENTION"), "no attention of a teacher")
                .add(attention("Gone"), "attention column \"Gone\" is not in the input table")
                .add(attention("Class"), "\"Class\" does not hold lists of numbers")
                .add(attention("Signal"), "lacks valid information on its models")
                .add(
                        student(with(teacher(twoFolds(), 2)))
                                .set("distillation/method", "ATTENTION")
                                .set("distillation/attention", SOFT_TARGETS),
                        "with 2 folds, but the fold column here has 3")
                .add(method("ATTENTION").set("distillation/lambdas", "-1"), "λ must be 0 or more")
                .check();
    }

    private static double[][] twoFolds() {
        return Arrays.stream(soft())
                .map(part -> new double[] {part[0], part[1]})
                .toArray(double[][]::new);
    }

    private Node method(String name) {
        return student(taught()).set("distillation/method", name);
    }

    private Node attention(String column) {
        return method("ATTENTION").set("distillation/attention", column);
    }

    private Node taughtBy(String column) {
        return student(taught()).set("distillation/teachers/manualFilter/manuallySelected", List.of(column));
    }

    /** Above 1 in most rows. */
    private Node probabilities(String column) {
        var values = IntStream.range(0, ROWS).mapToObj(i -> i * 0.1).toArray(Double[]::new);
        return student(TestTables.with(rows(), Column.doubles(column, values)))
                .set("distillation/teachers/manualFilter/manuallySelected", List.of(column));
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        var first = student(taught()).set("training/epochs", 1).set("training/threads", 1);
        var same = student(taught()).set("training/epochs", 1).set("training/threads", 4);
        var other = student(taught()).set("training/epochs", 1).set("training/seed", 2);
        try (var run = run()) {
            assertArrayEquals(logits(run, first), logits(run, same));
            assertNotEquals(logits(run, first)[0], logits(run, other)[0]);
        }
    }

    private static double[] logits(Run run, Node student) {
        return run.table(student, 1).column("Logit (ResNet-1D)").doubles();
    }

    private Run run() {
        var run = workflow.run();
        assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
        return run;
    }

    private Node student(Table table) {
        return workflow.add(OwnNode.KD_STUDENT_LEARNER.factory()).from(workflow.add(table));
    }

    private static Table with(Column teacher) {
        return TestTables.with(rows(), teacher);
    }
}
