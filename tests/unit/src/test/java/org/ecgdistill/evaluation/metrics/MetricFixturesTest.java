package org.ecgdistill.evaluation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ecgdistill.evaluation.curves.PrecisionRecallCurve;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every case of every metrics*.json, written by scikit-learn. */
@Tag("fixtures")
final class MetricFixturesTest {

    private static final double TOLERANCE = 1e-9;

    @TestFactory
    Stream<DynamicTest> agreesWithScikitLearn() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var file : Shared.files(Shared.fixtures("evaluation"), "metrics", ".json")) {
            var number = 0;
            for (var fixture : new ObjectMapper().readTree(file.toFile()).get("cases")) {
                var name = file.getFileName() + " case " + number++ + ", "
                        + fixture.get("y").size() + " rows";
                tests.add(dynamicTest(name, () -> check(fixture)));
            }
        }
        return tests.stream();
    }

    private static void check(JsonNode fixture) {
        var score = doubles(fixture.get("score"));
        var positive = positives(fixture.get("y"));
        var ranked = RankedScores.of(score, positive);
        var counts = ranked.countsAt(fixture.get("threshold").asDouble());
        assertEquals(fixture.get("tp").asLong(), counts.truePositives());
        assertEquals(fixture.get("fp").asLong(), counts.falsePositives());
        assertEquals(fixture.get("tn").asLong(), counts.trueNegatives());
        assertEquals(fixture.get("fn").asLong(), counts.falseNegatives());
        compare(fixture, "pr_auc_trapezoid", PrecisionRecallCurve.trapezoidalArea(ranked));

        var scores = Scores.of(rows(score, positive, fixture.get("threshold").asDouble()), ScoringRules.DEFAULT);
        compare(fixture, "accuracy", scores.get(Metric.ACCURACY));
        compare(fixture, "balanced_accuracy", scores.get(Metric.BALANCED_ACCURACY));
        compare(fixture, "f1", scores.get(Metric.F1));
        compare(fixture, "precision", scores.get(Metric.PRECISION));
        compare(fixture, "sensitivity", scores.get(Metric.SENSITIVITY));
        compare(fixture, "specificity", scores.get(Metric.SPECIFICITY));
        compare(fixture, "mcc", scores.get(Metric.MCC));
        compare(fixture, "roc_auc", scores.get(Metric.AUROC));
        compare(fixture, "average_precision", scores.get(Metric.AVERAGE_PRECISION));
        compare(fixture, "brier", scores.get(Metric.BRIER));
        compare(fixture, "log_loss", scores.get(Metric.LOG_LOSS));
        compare(fixture, "kappa", scores.get(Metric.KAPPA));
    }

    /** A figure that is null in the file was not computed there. */
    private static void compare(JsonNode fixture, String name, MetricValue actual) {
        if (!fixture.get(name).isNull()) {
            assertEquals(fixture.get(name).asDouble(), actual.value(), TOLERANCE, name);
        }
    }

    private static ScoredRows rows(double[] score, boolean[] positive, double threshold) {
        var actual = new int[score.length];
        var predicted = new int[score.length];
        var probability = new double[2][score.length];
        for (var row = 0; row < score.length; row++) {
            actual[row] = positive[row] ? 1 : 0;
            predicted[row] = score[row] >= threshold ? 1 : 0;
            probability[1][row] = score[row];
            probability[0][row] = 1 - score[row];
        }
        return new ScoredRows(List.of("0", "1"), Optional.of(1), actual, predicted, Optional.of(probability));
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static boolean[] positives(JsonNode array) {
        var positive = new boolean[array.size()];
        for (var row = 0; row < positive.length; row++) {
            positive[row] = array.get(row).asInt() == 1;
        }
        return positive;
    }
}
