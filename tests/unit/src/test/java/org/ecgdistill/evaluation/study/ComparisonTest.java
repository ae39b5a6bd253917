package org.ecgdistill.evaluation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.calibration.CalibrationMethod;
import org.ecgdistill.evaluation.comparisons.CorrectedResampledT;
import org.ecgdistill.evaluation.comparisons.DeLong;
import org.ecgdistill.evaluation.comparisons.Placements;
import org.ecgdistill.evaluation.metrics.Averaging;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.RankedScores;
import org.ecgdistill.evaluation.metrics.ScoringRules;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

    private static final int ROWS = 1200;
    private static final ComparisonOptions OPTIONS = ComparisonOptions.DEFAULT.withBootstrap(200, 3);

    private final Cases cases = Studies.cases(ROWS);
    private final ModelPredictions good = Studies.model("good", Studies.OUT_OF_FOLD, ROWS, 1.5, 1);
    private final ModelPredictions fair = Studies.model("fair", Studies.OUT_OF_FOLD, ROWS, 0.8, 2);
    private final ModelPredictions poor = Studies.model("poor", Studies.OUT_OF_FOLD, ROWS, 0.1, 3);
    private final Comparison comparison = Comparison.of(cases, List.of(good, fair, poor), OPTIONS, Progress.NONE);

    private double[] scores(ModelPredictions model) {
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> model.probability(0, row))
                .toArray();
    }

    private boolean[] abnormal() {
        var abnormal = new boolean[ROWS];
        for (var row = 0; row < ROWS; row++) {
            abnormal[row] = Studies.isAbnormal(row);
        }
        return abnormal;
    }

    @Test
    void foldsArePutTogether() {
        var design = comparison.design();
        assertEquals(List.of("abnormal", "normal"), design.classes());
        assertEquals("abnormal", design.positive().orElseThrow());
        assertEquals(40, design.subjects().orElseThrow());
        assertEquals(5, design.folds().size());
        assertEquals(
                ROWS, design.folds().stream().mapToLong(StudyDesign.Fold::rows).sum());

        var model = comparison.models().get(0);
        var areas = new double[5];
        for (var fold = 0; fold < 5; fold++) {
            var rows = rowsOfFold(fold);
            areas[fold] = RankedScores.of(pick(scores(good), rows), pick(abnormal(), rows))
                    .auroc()
                    .value();
            assertEquals(
                    areas[fold],
                    model.folds().get(fold).scores().get(Metric.AUROC).value(),
                    1e-15);
            assertEquals(0.5, model.folds().get(fold).threshold().orElseThrow());
        }
        var auroc = model.metric(Metric.AUROC);
        assertEquals(new Mean().evaluate(areas), auroc.mean().value(), 1e-15);
        assertEquals(new StandardDeviation().evaluate(areas), auroc.deviation().value(), 1e-15);
        assertEquals(
                RankedScores.of(scores(good), abnormal()).auroc().value(),
                auroc.pooled().value(),
                1e-15);
        assertTrue(auroc.interval().orElseThrow().contains(auroc.pooled().value()));
        assertEquals(5, auroc.folds());
        assertTrue(model.metric(Metric.CALIBRATION_ERROR).interval().isEmpty());
        assertTrue(model.metric(Metric.SENSITIVITY).wilson().isPresent());
        assertTrue(model.metric(Metric.MCC).wilson().isEmpty());
    }

    private int[] rowsOfFold(int fold) {
        return IntStream.range(0, ROWS).filter(row -> row % 40 % 5 == fold).toArray();
    }

    private static double[] pick(double[] from, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> from[row]).toArray();
    }

    private static boolean[] pick(boolean[] from, int[] rows) {
        var picked = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            picked[i] = from[rows[i]];
        }
        return picked;
    }

    @Test
    void allPairsAreTestedAndAdjusted() {
        assertEquals(3, comparison.pairs().size());
        var pair = comparison.pairs().get(0);
        assertEquals("good", pair.first());
        assertEquals("fair", pair.second());
        var deLong = DeLong.compare(Placements.of(scores(good), abnormal()), Placements.of(scores(fair), abnormal()));
        assertEquals(deLong.pValue().value(), pair.deLong().pValue().value(), 1e-15);
        var subject = IntStream.range(0, ROWS).map(row -> row % 40).toArray();
        var clustered = DeLong.compareBySubject(
                Placements.of(scores(good), abnormal()), Placements.of(scores(fair), abnormal()), subject, 40);
        assertEquals(clustered.pValue().value(), pair.deLongBySubject().pValue().value(), 1e-15);

        var mcc = pair.differences().get(Metric.MCC);
        var differences = new double[5];
        Arrays.setAll(
                differences,
                fold -> comparison
                                .models()
                                .get(0)
                                .folds()
                                .get(fold)
                                .scores()
                                .get(Metric.MCC)
                                .value()
                        - comparison
                                .models()
                                .get(1)
                                .folds()
                                .get(fold)
                                .scores()
                                .get(Metric.MCC)
                                .value());
        assertEquals(
                CorrectedResampledT.of(differences, 0.25).pValue().value(),
                mcc.folds().pValue().value(),
                1e-15);
        assertTrue(mcc.interval().orElseThrow().contains(mcc.pooled().value()));

        var raw = comparison.pairs().stream()
                .mapToDouble(p -> p.mcNemar().pValue().value())
                .sorted()
                .toArray();
        var adjusted = comparison.pairs().stream()
                .mapToDouble(p -> p.mcNemar().adjusted().value())
                .sorted()
                .toArray();
        assertEquals(Math.min(1, 3 * raw[0]), adjusted[0], 1e-15);
    }

    /** The interval of a difference uses the same draws for both models, so it is narrower than theirs taken together. */
    @Test
    void differencesArePaired() {
        var copy = Studies.model("copy", Studies.OUT_OF_FOLD, ROWS, 1.5, 1);
        var twins = Comparison.of(cases, List.of(good, copy), OPTIONS, Progress.NONE);
        var difference = twins.pairs().get(0).differences().get(Metric.AUROC);
        assertEquals(0, difference.pooled().value());
        assertEquals(0, difference.interval().orElseThrow().width());
        assertEquals(1, twins.pairs().get(0).deLong().pValue().value());
    }

    @Test
    void sameSeedSameBits() {
        var again = Comparison.of(cases, List.of(good, fair, poor), OPTIONS, Progress.NONE);
        assertEquals(comparison.models().get(1).metrics(), again.models().get(1).metrics());
        assertEquals(comparison.pairs(), again.pairs());
        var other = Comparison.of(cases, List.of(good, fair, poor), OPTIONS.withBootstrap(200, 4), Progress.NONE);
        assertNotEquals(
                comparison.models().get(1).metric(Metric.MCC).interval(),
                other.models().get(1).metric(Metric.MCC).interval());
    }

    @Test
    void errorsNameTheRows() {
        assertFalse(comparison.errors().isEmpty());
        for (var error : comparison.errors()) {
            assertEquals("Row" + error.place(), error.key());
            assertEquals("subject " + error.place() % 40, error.subject().orElseThrow());
            var wrong = error.predictions().stream()
                    .filter(p -> !p.equals(error.label()))
                    .count();
            assertEquals(error.allModels() ? 3 : 1, wrong);
            error.onlyModel()
                    .ifPresent(name -> assertNotEquals(
                            error.label(),
                            error.predictions()
                                    .get(List.of("good", "fair", "poor").indexOf(name))));
        }
        assertTrue(comparison.errors().stream().anyMatch(ErrorRow::allModels));
        assertTrue(comparison.errors().stream().anyMatch(error -> !error.allModels()));
    }

    /** The threshold of a fold must not move when the labels of that fold are turned. */
    @Test
    void youdenThresholdsComeFromTheOtherFolds() {
        var options = OPTIONS.withThreshold(new DecisionThreshold.YoudenOnOtherFolds());
        var honest = Comparison.of(cases, List.of(good), options, Progress.NONE);
        var turned = Cases.builder(Studies.COLUMNS);
        for (var row = 0; row < ROWS; row++) {
            var abnormal = Studies.isAbnormal(row) != (row % 40 % 5 == 2);
            turned.add("Row" + row, abnormal ? "abnormal" : "normal", row % 40 % 5, "subject " + row % 40);
        }
        var planted = Comparison.of(turned.build(), List.of(good), options, Progress.NONE);
        var before = honest.models().get(0).folds();
        var after = planted.models().get(0).folds();
        assertEquals(before.get(2).threshold(), after.get(2).threshold());
        assertNotEquals(before.get(0).threshold(), after.get(0).threshold());
        var others = IntStream.range(0, ROWS).filter(row -> row % 40 % 5 != 2).toArray();
        assertEquals(
                RankedScores.of(pick(scores(good), others), pick(abnormal(), others))
                        .youdenThreshold()
                        .value(),
                before.get(2).threshold().orElseThrow());
    }

    @Test
    void calibrationIsAppliedWhereChosen() {
        var platt =
                Comparison.of(cases, List.of(good), OPTIONS.withCalibration(CalibrationMethod.PLATT), Progress.NONE);
        var plain = comparison.models().get(0).calibration();
        assertEquals(CalibrationMethod.values().length, plain.size());
        assertEquals(
                plain.get(CalibrationMethod.PLATT.ordinal()).brier().value(),
                platt.models().get(0).metric(Metric.BRIER).pooled().value(),
                1e-12);
        assertEquals(
                plain.get(CalibrationMethod.NONE.ordinal()).brier().value(),
                comparison.models().get(0).metric(Metric.BRIER).pooled().value(),
                1e-12);
    }

    @Test
    void severalClassesCountAlikeOrOneAgainstTheRest() {
        var labels = List.of("F", "N", "S", "V");
        var many = Cases.builder(Studies.COLUMNS);
        var model = ModelPredictions.builder("beats", Studies.OUT_OF_FOLD, labels, true);
        for (var row = 0; row < 800; row++) {
            var truth = row * 7 % 4;
            many.add("Row" + row, labels.get(truth), row / 4 % 5, "s" + row / 4 % 20);
            var p = new double[4];
            for (var c = 0; c < 4; c++) {
                p[c] = 1 + row * (c + 3) % 13 + (c == truth ? 5 : 0);
            }
            var sum = Arrays.stream(p).sum();
            model.add(labels.get(truth), Arrays.stream(p).map(v -> v / sum).toArray());
        }
        var all = Comparison.of(many.build(), List.of(model.build()), OPTIONS.withEc57(true), Progress.NONE);
        var result = all.models().get(0);
        assertTrue(all.design().positive().isEmpty());
        assertEquals(4, result.classes().size());
        var macro = result.classes().stream()
                .mapToDouble(c -> c.auroc().value())
                .average()
                .orElseThrow();
        assertEquals(macro, result.metric(Metric.AUROC).pooled().value(), 1e-12);
        assertTrue(result.metric(Metric.AUROC).interval().orElseThrow().contains(macro));
        assertEquals(4, result.ec57().orElseThrow().rows().size());
        assertTrue(result.folds().get(0).threshold().isEmpty());

        var oneAgainstRest =
                Comparison.of(many.build(), List.of(model.build()), OPTIONS.withPositiveClass("V"), Progress.NONE);
        assertEquals(List.of("not V", "V"), oneAgainstRest.design().classes());
        assertEquals(
                result.classes().get(3).auroc().value(),
                oneAgainstRest.models().get(0).metric(Metric.AUROC).pooled().value(),
                1e-12);
        var weighted = Comparison.of(
                many.build(),
                List.of(model.build()),
                OPTIONS.withRules(new ScoringRules(Averaging.WEIGHTED, 0.9, 10)),
                Progress.NONE);
        assertEquals(
                macro, weighted.models().get(0).metric(Metric.AUROC).pooled().value(), 0.05);
    }

    /** Learners of KNIME itself give a probability of each class, or only a prediction, and no properties. */
    @Test
    void predictionsOfAnyLearnerAreScored() {
        var both = ModelPredictions.builder("tree", ModelFacts.NONE, List.of("normal", "abnormal"), true);
        var names = ModelPredictions.builder("rules", ModelFacts.NONE, List.of(), true);
        for (var row = 0; row < ROWS; row++) {
            var p = good.probability(0, row);
            both.add(p >= 0.5 ? "abnormal" : "normal", 1 - p, p);
            names.add(p >= 0.5 ? "abnormal" : "normal");
        }
        var two = Comparison.of(
                cases, List.of(both.build(), names.build()), OPTIONS.withPositiveClass("abnormal"), Progress.NONE);
        var good = comparison.models().get(0);
        for (var metric : Metric.values()) {
            assertEquals(
                    good.metric(metric).pooled(),
                    two.models().get(0).metric(metric).pooled(),
                    metric.name());
            if (metric.basis() == Metric.Basis.COUNTS) {
                assertEquals(
                        good.metric(metric).pooled(),
                        two.models().get(1).metric(metric).pooled(),
                        metric.name());
            }
        }
        assertFalse(two.models().get(1).metric(Metric.AUROC).pooled().isPresent());
        assertFalse(two.pairs().get(0).deLong().pValue().isPresent());
        assertTrue(two.models().get(1).classes().get(0).roc().points().isEmpty());
    }

    /** The column of the other class is as good: 1 minus it. */
    @Test
    void theProbabilityOfTheOtherClassWillDo() {
        var normal = ModelPredictions.builder("turned", Studies.OUT_OF_FOLD, List.of("normal"), false);
        for (var row = 0; row < ROWS; row++) {
            normal.add(null, 1 - good.probability(0, row));
        }
        var turned =
                Comparison.of(cases, List.of(normal.build()), OPTIONS.withPositiveClass("abnormal"), Progress.NONE);
        assertEquals(
                comparison.models().get(0).metric(Metric.AUROC).pooled().value(),
                turned.models().get(0).metric(Metric.AUROC).pooled().value(),
                1e-12);
    }

    @Test
    void reportsProgressAndStopsWhenCancelled() {
        var fractions = new ArrayList<Double>();
        Comparison.of(cases, List.of(good), OPTIONS, (fraction, message) -> fractions.add(fraction));
        for (var i = 1; i < fractions.size(); i++) {
            assertTrue(fractions.get(i) >= fractions.get(i - 1), "progress went back at " + fractions.get(i));
        }
        assertEquals(1, fractions.get(fractions.size() - 1));
        assertThrows(
                CancellationException.class,
                () -> Comparison.of(cases, List.of(good), OPTIONS, (fraction, message) -> {
                    if (fraction > 0.3) {
                        throw new CancellationException();
                    }
                }));
    }

    @Test
    void withoutBootstrapThereAreNoIntervals() {
        var quick = Comparison.of(cases, List.of(good, fair), OPTIONS.withBootstrap(0, 1), Progress.NONE);
        assertTrue(quick.models().get(0).metric(Metric.AUROC).interval().isEmpty());
        assertTrue(
                quick.pairs().get(0).differences().get(Metric.AUROC).interval().isEmpty());
        assertTrue(quick.pairs().get(0).deLong().pValue().isPresent());
    }

    @Test
    void callersArraysStayAsTheyAre() {
        assertEquals(ROWS, comparison.design().commonRows());
        assertEquals(
                scores(good)[7],
                Studies.model("good", Studies.OUT_OF_FOLD, ROWS, 1.5, 1).probability(0, 7));
    }
}
