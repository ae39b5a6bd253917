package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.comparisons.CorrectedResampledT;
import org.ecgdistill.evaluation.comparisons.DeLong;
import org.ecgdistill.evaluation.comparisons.Holm;
import org.ecgdistill.evaluation.comparisons.McNemar;
import org.ecgdistill.evaluation.comparisons.Placements;
import org.ecgdistill.evaluation.comparisons.TestResult;
import org.ecgdistill.evaluation.intervals.Interval;
import org.ecgdistill.evaluation.intervals.PercentileInterval;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.ScoredRows;

/** Compares all pairs of models. */
final class PairScoring {

    private final CommonRows common;
    private final ComparisonOptions options;
    private final List<ModelResult> models;
    private final List<ScoredRows> rows;
    private final double[][][] replicates;
    private final Steps steps;
    private final List<Optional<Placements>> placements;

    /**
     * @param replicates as [model][metric][resample]; empty without bootstrap
     * @throws java.util.concurrent.CancellationException if the work is cancelled
     */
    PairScoring(
            CommonRows common,
            ComparisonOptions options,
            List<ModelResult> models,
            List<ScoredRows> rows,
            double[][][] replicates,
            Progress progress) {
        this.common = common;
        this.options = options;
        this.models = models;
        this.rows = rows;
        this.replicates = replicates;
        var pairs = models.size() * (models.size() - 1) / 2;
        this.steps = new Steps(progress, models.size() + pairs * Metric.values().length);
        this.placements = models.size() < 2
                ? List.of()
                : rows.stream().map(this::placements).toList();
    }

    private Optional<Placements> placements(ScoredRows rows) {
        steps.next("Comparing pairs of models");
        if (rows.positive().isEmpty() || rows.probability().isEmpty()) {
            return Optional.empty();
        }
        int positive = rows.positive().get();
        return Optional.of(Placements.of(rows.probability().get()[positive], rows.is(positive)));
    }

    List<PairResult> pairs() {
        var pairs = new ArrayList<PairResult>();
        for (var first = 0; first < models.size(); first++) {
            for (var second = first + 1; second < models.size(); second++) {
                pairs.add(pair(first, second));
            }
        }
        return adjusted(pairs);
    }

    private PairResult pair(int first, int second) {
        var answers = McNemar.of(
                rows.get(first).actual(),
                rows.get(first).predicted(),
                rows.get(second).predicted());
        var differences = new EnumMap<Metric, PairResult.Difference>(Metric.class);
        for (var metric : Metric.values()) {
            steps.next("Comparing " + models.get(first).name() + " with "
                    + models.get(second).name());
            differences.put(metric, difference(first, second, metric));
        }
        return new PairResult(
                models.get(first).name(),
                models.get(second).name(),
                deLong(first, second, DeLong::compare),
                common.hasSubjects()
                        ? deLong(
                                first,
                                second,
                                (a, b) -> DeLong.compareBySubject(a, b, common.subject(), common.subjects()))
                        : TestResult.missing("no subject column"),
                answers,
                answers.test(),
                differences);
    }

    private TestResult deLong(int first, int second, BiFunction<Placements, Placements, TestResult> test) {
        if (common.classes().positive().isEmpty()) {
            return TestResult.missing("DeLong's test compares curves of one class; choose a positive class");
        }
        return placements.get(first).isPresent() && placements.get(second).isPresent()
                ? test.apply(placements.get(first).get(), placements.get(second).get())
                : TestResult.missing("a model gave predictions only, no probabilities");
    }

    private PairResult.Difference difference(int first, int second, Metric metric) {
        var left = models.get(first);
        var right = models.get(second);
        var pooled = left.metric(metric).pooled().minus(right.metric(metric).pooled());
        return new PairResult.Difference(
                pooled,
                replicates.length == 0 || !pooled.isPresent()
                        ? Optional.empty()
                        : interval(replicates[first][metric.ordinal()], replicates[second][metric.ordinal()]),
                folds(left, right, metric));
    }

    private Optional<Interval> interval(double[] first, double[] second) {
        var differences = IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] - second[i])
                .toArray();
        return PercentileInterval.of(differences, common.subjects(), options.level());
    }

    private TestResult folds(ModelResult left, ModelResult right, Metric metric) {
        if (!common.hasFolds()) {
            return TestResult.missing("no fold column");
        }
        var differences = IntStream.range(0, left.folds().size())
                .mapToObj(fold -> left.folds()
                        .get(fold)
                        .scores()
                        .get(metric)
                        .minus(right.folds().get(fold).scores().get(metric)))
                .filter(value -> value.isPresent())
                .mapToDouble(value -> value.value())
                .toArray();
        // Folds are of about one size: a fold is tested, all others were trained on.
        return CorrectedResampledT.of(
                differences, 1.0 / Math.max(1, common.folds().size() - 1));
    }

    private static List<PairResult> adjusted(List<PairResult> pairs) {
        var deLong = adjusted(pairs, PairResult::deLong);
        var deLongBySubject = adjusted(pairs, PairResult::deLongBySubject);
        var mcNemar = adjusted(pairs, PairResult::mcNemar);
        var folds = new EnumMap<Metric, List<TestResult>>(Metric.class);
        for (var metric : Metric.values()) {
            folds.put(
                    metric,
                    adjusted(pairs, pair -> pair.differences().get(metric).folds()));
        }
        var adjusted = new ArrayList<PairResult>();
        for (var i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            var differences = new EnumMap<Metric, PairResult.Difference>(Metric.class);
            for (var metric : Metric.values()) {
                var difference = pair.differences().get(metric);
                differences.put(
                        metric,
                        new PairResult.Difference(
                                difference.pooled(),
                                difference.interval(),
                                folds.get(metric).get(i)));
            }
            adjusted.add(new PairResult(
                    pair.first(),
                    pair.second(),
                    deLong.get(i),
                    deLongBySubject.get(i),
                    pair.answers(),
                    mcNemar.get(i),
                    differences));
        }
        return List.copyOf(adjusted);
    }

    private static List<TestResult> adjusted(List<PairResult> pairs, Function<PairResult, TestResult> test) {
        return Holm.adjust(pairs.stream().map(test).toList());
    }
}
