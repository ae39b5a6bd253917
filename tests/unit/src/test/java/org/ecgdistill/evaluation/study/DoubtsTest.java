package org.ecgdistill.evaluation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.EvaluationException;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.metrics.Metric;
import org.junit.jupiter.api.Test;

/** Leakage and bad input: what is said, and in which words. */
final class DoubtsTest {

    private static final ComparisonOptions OPTIONS = ComparisonOptions.DEFAULT.withBootstrap(50, 1);

    private static Comparison compare(Cases cases, ModelPredictions... models) {
        return Comparison.of(cases, List.of(models), OPTIONS, Progress.NONE);
    }

    private static String refused(Cases cases, ComparisonOptions options, ModelPredictions... models) {
        return assertThrows(
                        EvaluationException.class, () -> Comparison.of(cases, List.of(models), options, Progress.NONE))
                .getMessage();
    }

    private static void assertFinds(Comparison comparison, Finding.Severity severity, String words) {
        assertTrue(
                comparison.findings().stream()
                        .anyMatch(finding -> finding.severity() == severity
                                && finding.sentence().contains(words)),
                () -> "\"" + words + "\" is missing in " + comparison.findings());
    }

    private static final Cases FOUR = Studies.cases(Studies.COLUMNS, "b 0 p1", "a 0 p2", "b 1 p3", "a 1 p4");

    @Test
    void aSoundStudyRaisesNoLeakage() {
        var sound = compare(Studies.cases(400), Studies.model("m", Studies.OUT_OF_FOLD, 400, 1, 1));
        assertTrue(
                sound.findings().stream().allMatch(finding -> finding.severity() == Finding.Severity.NOTE),
                sound.findings().toString());
    }

    @Test
    void aSubjectInTwoFoldsIsLeakage() {
        var mixed = Studies.cases(Studies.COLUMNS, "b 0 p1", "a 0 p2", "b 1 p1", "a 1 p4", "a 0 p4", "b 1 p1");
        var found = compare(mixed, Studies.probabilities("m", "b", 0.9, 0.2, 0.6, 0.4, 0.3, 0.8));
        assertFinds(found, Finding.Severity.LEAKAGE, "Subjects \"p1\" and \"p4\" are in several folds");
        assertEquals(Finding.Severity.LEAKAGE, found.findings().get(0).severity(), "the worst comes first");
    }

    /** Rows may have labels and all the same be of no use: that is not the label column's fault. */
    @Test
    void whatRowsLackIsNamedAndNotTheirLabel() {
        var cases = Studies.cases(Studies.COLUMNS, "b - p1", "a - p2", "b - p3", "- 1 p4");
        var message = refused(cases, OPTIONS, Studies.probabilities("m", "b", 0.9, 0.2, 0.6, 0.4));
        assertEquals(
                "No row that has a label in column \"Class\" has a fold in column \"Fold\" and a subject in column"
                        + " \"Subject\": there is nothing to score. Choose other columns in the node's dialog, or None.",
                message);
        var one = Studies.cases(Studies.COLUMNS, "b 0 p1", "a - p2", "b 1 p3", "a 1 -");
        assertTrue(refused(one, OPTIONS, Studies.probabilities("m", "b", 0.9, 0.2, 0.6, 0.4))
                .contains("have the same label: no classes can be distinguished"));
    }

    @Test
    void subjectsThatLookAlikeAreNamed() {
        var cases = Studies.cases(Studies.COLUMNS, "b 0 Anna", "a 0 p2", "b 1 anna", "a 1 p4");
        assertFinds(
                compare(cases, Studies.probabilities("m", "b", 0.9, 0.2, 0.6, 0.4)),
                Finding.Severity.WARNING,
                "The subjects \"Anna\" and \"anna\" differ only");
    }

    @Test
    void probabilitiesOfTwoClassesHaveToAddUpToOne() {
        var model = ModelPredictions.builder("m", Studies.OUT_OF_FOLD, List.of("a", "b"), false)
                .add(null, 0.2, 0.8)
                .add(null, 0.9, 0.3)
                .add(null, 0.4, 0.6)
                .add(null, 0.7, 0.3)
                .build();
        assertFinds(
                compare(FOUR, model),
                Finding.Severity.WARNING,
                "Model \"m\": in 1 row the probabilities of the classes do not add up to 1");
    }

    @Test
    void aPredictionThatContradictsItsProbabilitiesIsTold() {
        var two = ModelPredictions.builder("two", Studies.OUT_OF_FOLD, List.of("a", "b"), true)
                .add("b", 0.2, 0.8)
                .add("b", 0.9, 0.1)
                .add("a", 0.4, 0.6)
                .add("a", 0.5, 0.5)
                .build();
        var one = ModelPredictions.builder("one", Studies.OUT_OF_FOLD, List.of("b"), true)
                .add("b", 0.8)
                .add("a", 0.1)
                .add("a", 0.6)
                .add(null, 0.3)
                .build();
        var found = compare(FOUR, two, one);
        assertFinds(found, Finding.Severity.WARNING, "Model \"two\": in 2 rows the predicted class is not the one");
        assertFinds(found, Finding.Severity.WARNING, "Model \"one\": in 1 row the predicted class is not the one");
    }

    @Test
    void inSamplePredictionsAreLeakage() {
        var model = Studies.model("mine", ModelFacts.NONE, 400, 1, 1);
        assertFinds(
                compare(Studies.cases(400), model),
                Finding.Severity.LEAKAGE,
                "Model \"mine\": its predictions are not marked");
    }

    /** A model from elsewhere needs no folds if the rows are new to it. */
    @Test
    void whatAPretrainedModelHasSeenDecides() {
        var unseen = Studies.model("new", ModelFacts.NONE.withExposure(Exposure.UNSEEN), 400, 1, 1);
        var seen = Studies.model("old", Studies.OUT_OF_FOLD.withExposure(Exposure.SEEN), 400, 1, 1);
        var found = compare(Studies.cases(400), unseen, seen);
        assertFinds(found, Finding.Severity.LEAKAGE, "Model \"old\" has learnt from these rows");
        assertTrue(found.findings().stream()
                .noneMatch(finding -> finding.sentence().contains("Model \"new\"")
                        || finding.sentence().contains("not marked as out of fold")));
    }

    @Test
    void missingColumnsAreNamed() {
        var cases = Studies.cases(
                new CaseColumns("Class", Optional.empty(), Optional.empty()), "b - -", "a - -", "b - -", "a - -");
        var found = compare(cases, Studies.probabilities("m", "b", 0.9, 0.1, 0.8, 0.2));
        assertFinds(found, Finding.Severity.WARNING, "No subject column");
        assertFinds(found, Finding.Severity.WARNING, "No fold column");
        assertFinds(found, Finding.Severity.LEAKAGE, "AUROC above 0.98 without a subject column");
        assertTrue(found.models().get(0).folds().isEmpty());
        assertEquals(
                "no fold column",
                found.models().get(0).metric(Metric.MCC).mean().note());
        assertEquals(1, found.models().get(0).metric(Metric.MCC).headline().value(), 1e-12);
    }

    @Test
    void aFoldOfOneClassIsMissingWithANote() {
        var cases = Studies.cases(
                Studies.COLUMNS, "b 0 p1", "a 0 p2", "b 1 p3", "b 1 p4", "a 2 p5", "b 2 p6", "a 0 p7", "b 0 p8");
        var found = compare(cases, Studies.probabilities("m", "b", 0.9, 0.1, 0.8, 0.2, 0.3, 0.2, 0.5, 0.6));
        assertFinds(found, Finding.Severity.WARNING, "Fold 1 has no row of class \"a\"");
        var model = found.models().get(0);
        assertFalse(model.folds().get(1).scores().get(Metric.AUROC).isPresent());
        var auroc = model.metric(Metric.AUROC);
        assertEquals(2, auroc.folds());
        assertEquals(
                "over 2 of 3 folds: all rows are of one class", auroc.mean().note());
        assertFinds(found, Finding.Severity.WARNING, "only 8 subjects");
    }

    @Test
    void probabilitiesOutsideZeroToOneAreRefused() {
        var message = refused(FOUR, OPTIONS, Studies.probabilities("m", "b", 0.9, -2.3, 0.8, 0.2));
        assertEquals(
                "Model \"m\", row Row1: the probability of \"b\" is -2.3 but must lie between 0 and 1."
                        + " Is it a column of logits? Choose the column named P (…).",
                message);
        var rounding = compare(FOUR, Studies.probabilities("m", "b", 1.0000001, -1e-9, 0.8, 0.2));
        assertEquals(1, rounding.models().get(0).metric(Metric.AUROC).pooled().value());
    }

    @Test
    void allTiesAreAGuessAndSaidSo() {
        var found = compare(FOUR, Studies.probabilities("m", "b", 0.4, 0.4, 0.4, 0.4));
        assertFinds(found, Finding.Severity.WARNING, "gives all rows the same score");
        assertEquals(0.5, found.models().get(0).metric(Metric.AUROC).pooled().value());
        assertEquals(0, found.models().get(0).metric(Metric.MCC).pooled().value());
    }

    @Test
    void modelsAreComparedOnTheirCommonRows() {
        var cases = Studies.cases(
                Studies.COLUMNS, "b 0 p1", "a 0 p2", "b 1 p3", "a 1 p4", "- 0 p5", "b - p6", "a 1 -", "a 0 p8");
        var whole = Studies.probabilities("whole", "b", 0.9, 0.1, 0.8, 0.2, 0.5, 0.5, 0.5, 0.9);
        var partly = Studies.predictions("partly", "b", "a", "b", "a", "a", "a", "a", "-");
        var found = compare(cases, whole, partly);
        assertFinds(found, Finding.Severity.WARNING, "1 of 8 rows has no label in column \"Class\" and is left out.");
        assertFinds(found, Finding.Severity.WARNING, "1 of 8 rows has no fold in column \"Fold\"");
        assertFinds(found, Finding.Severity.WARNING, "1 of 8 rows has no subject in column \"Subject\"");
        assertFinds(
                found,
                Finding.Severity.WARNING,
                "Model \"partly\" has no prediction for 1 of 5 rows. All models are compared on the 4 rows that every model"
                        + " was scored on.");
        assertEquals(4, found.design().commonRows());
        assertEquals(8, found.design().rows());
        // The row that only "whole" has, and has wrong, does not count for it.
        assertEquals(1, found.models().get(0).metric(Metric.AUROC).pooled().value());
    }

    @Test
    void missingProbabilitiesLeaveRowsOut() {
        var found = compare(FOUR, Studies.probabilities("m", "b", 0.9, 0.1, Double.NaN, 0.2));
        assertFinds(
                found, Finding.Severity.WARNING, "Model \"m\" has no prediction for 1 of 4 rows. They are left out.");
        assertEquals(3, found.design().commonRows());
        var nothing = refused(
                FOUR,
                OPTIONS,
                Studies.probabilities("x", "b", 0.9, 0.1, Double.NaN, Double.NaN),
                Studies.probabilities("y", "b", Double.NaN, Double.NaN, 0.9, 0.1));
        assertTrue(nothing.startsWith("There is no row that every model was scored on"), nothing);
    }

    @Test
    void unknownClassesCountAsWrong() {
        var found = compare(FOUR, Studies.predictions("m", "b", "other", "b", "a"));
        assertFinds(found, Finding.Severity.WARNING, "predicts \"other\"");
        assertEquals(
                0.75, found.models().get(0).metric(Metric.ACCURACY).pooled().value());

        var three = Studies.cases(Studies.COLUMNS, "a 0 p1", "b 0 p2", "c 1 p3", "a 1 p4", "b 1 p5", "c 0 p6");
        var severalClasses = compare(three, Studies.predictions("m", "a", "b", "c", "other", "b", "c"));
        assertEquals(
                5 / 6.0,
                severalClasses.models().get(0).metric(Metric.ACCURACY).pooled().value(),
                1e-12);
        assertEquals(1, severalClasses.models().get(0).confusion().predictedOutside(0));
        assertEquals(
                "another class", severalClasses.errors().get(0).predictions().get(0));

        var outside = ModelPredictions.builder("p", Studies.OUT_OF_FOLD, List.of("a", "b", "c", "q"), false);
        IntStream.range(0, 6).forEach(row -> outside.add(null, 0.2, 0.1, 0.1, 0.6));
        assertEquals(
                0,
                compare(three, outside.build())
                        .models()
                        .get(0)
                        .metric(Metric.ACCURACY)
                        .pooled()
                        .value());
    }

    @Test
    void probabilitiesOfOtherClassesAreRefused() {
        var message = refused(FOUR, OPTIONS, Studies.probabilities("m", "x", 0.9, 0.1, 0.8, 0.2));
        assertTrue(
                message.startsWith("Model \"m\" gives probabilities of \"x\" but the labels need \"a\" and \"b\""),
                message);
        var withPrediction = ModelPredictions.builder("m", Studies.OUT_OF_FOLD, List.of("x"), true)
                .add("b", 0.5)
                .add("a", 0.5)
                .add("b", 0.5)
                .add("b", 0.5)
                .build();
        var found = compare(FOUR, withPrediction);
        assertFinds(found, Finding.Severity.WARNING, "has no probability column for \"a\" and \"b\"");
        assertEquals(
                0.75, found.models().get(0).metric(Metric.ACCURACY).pooled().value());
    }

    @Test
    void oneLabelOnlyIsRefused() {
        var same = Studies.cases(Studies.COLUMNS, "a 0 p1", "a 1 p2");
        assertEquals(
                "Column \"Class\" holds one label only, \"a\"; to score models it must hold at least two."
                        + " Choose the column with the true classes.",
                refused(same, OPTIONS, Studies.probabilities("m", "a", 0.5, 0.6)));
        var none = Studies.cases(Studies.COLUMNS, "- 0 p1", "- 1 p2");
        assertTrue(refused(none, OPTIONS, Studies.probabilities("m", "a", 0.5, 0.6))
                .contains("no label at all"));
        var empty = Studies.cases(Studies.COLUMNS);
        assertTrue(refused(empty, OPTIONS, Studies.probabilities("m", "a")).contains("no label at all"));
    }

    @Test
    void senselessChoicesAreRefused() {
        var model = Studies.probabilities("m", "b", 0.9, 0.1, 0.8, 0.2);
        assertTrue(refused(FOUR, OPTIONS.withPositiveClass("c"), model)
                .startsWith("The positive class is \"c\" but column \"Class\" holds \"a\" and \"b\""));
        assertTrue(refused(FOUR, OPTIONS, model, model).startsWith("Two models are named \"m\""));
        assertTrue(refused(FOUR, OPTIONS).startsWith("There is no model to score"));
        assertTrue(
                refused(FOUR, OPTIONS, Studies.probabilities("m", "b", 0.9)).contains("has 1 predictions for 4 rows"));
        assertThrows(EvaluationException.class, () -> new DecisionThreshold.Fixed(1.5));
        assertThrows(EvaluationException.class, () -> OPTIONS.withLevel(95));
        assertThrows(EvaluationException.class, () -> OPTIONS.withBootstrap(-1, 0));
        assertThrows(EvaluationException.class, () -> ModelPredictions.builder("m", ModelFacts.NONE, List.of(), false));
        var noFolds =
                Studies.cases(new CaseColumns("Class", Optional.empty(), Optional.of("Subject")), "b - x", "a - y");
        var two = Studies.probabilities("m", "b", 0.9, 0.1);
        assertTrue(refused(noFolds, OPTIONS.withThreshold(new DecisionThreshold.YoudenOnOtherFolds()), two)
                .contains("choose a fold column or a fixed threshold"));
        assertTrue(refused(noFolds, OPTIONS.withCalibration(CalibrationMethod.PLATT), two)
                .contains("choose a fold column or switch calibration off"));
    }

    @Test
    void probabilitiesThatDoNotAddUpAreSaid() {
        var three = Studies.cases(Studies.COLUMNS, "a 0 p1", "b 0 p2", "c 1 p3", "a 1 p4", "b 1 p5", "c 0 p6");
        var odd = ModelPredictions.builder("m", Studies.OUT_OF_FOLD, List.of("a", "b", "c"), false);
        IntStream.range(0, 6).forEach(row -> odd.add(null, 0.5, 0.5, row == 0 ? 0.5 : 0.0));
        assertFinds(
                compare(three, odd.build()),
                Finding.Severity.WARNING,
                "in 1 row the probabilities of the classes do not");
    }

    @Test
    void propertiesAreReadBackAsWritten() {
        var written = Map.of(
                "ecgdistill.outOfFold", "true",
                "ecgdistill.parameters", "128185",
                "ecgdistill.bytes", "512740",
                "ecgdistill.multiplyAccumulates", "4100000",
                "ecgdistill.trainingSeconds", "12.5",
                "ecgdistill.latencyMillis", "0.31",
                "ecgdistill.qubits", "6",
                "ecgdistill.depth", "12",
                "ecgdistill.provenance.seed", "42");
        assertEquals(written, ModelFacts.fromProperties(written).toProperties());
        var small = ModelFacts.fromProperties(Map.of("ecgdistill.parameters", "100"));
        assertEquals(
                1281.85,
                small.compressionAgainst(ModelFacts.fromProperties(written)).orElseThrow(),
                1e-9);
        assertTrue(ModelFacts.NONE.compressionAgainst(small).isEmpty());
        var broken = assertThrows(
                EvaluationException.class, () -> ModelFacts.fromProperties(Map.of("ecgdistill.bytes", "many")));
        assertTrue(broken.getMessage().contains("must be a number"), broken.getMessage());
    }
}
