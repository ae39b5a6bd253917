package org.ecgdistill.distill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.nn.training.Reason.Rule;
import org.junit.jupiter.api.Test;

/** Which pair is chosen, by figures that are made up. */
class SweepTest {

    private static final List<Pair> PAIRS = List.of(new Pair(1, 0.5), new Pair(2, 0.5), new Pair(4, 0.5));

    @Test
    void theHighestScoreIsChosen() {
        var sweep = sweep(Metric.AUROC, fold(0, at(0.8, 0.1), at(0.9, 0.7), at(0.7, 0.1)));
        assertEquals(PAIRS.get(1), sweep.best(0).pair());
        assertEquals(List.of(Optional.empty(), Optional.of(Rule.HIGHEST_SCORE), Optional.empty()), chosen(sweep));
    }

    @Test
    void equalScoresAreDecidedByTheLoss() {
        var sweep = sweep(
                Metric.AUROC,
                fold(0, at(1, 0.6), at(1, 0.3), at(1, 0.5)),
                fold(1, at(1, 0.1), at(0.5, 0.2), at(1, 0.05)));
        assertEquals(PAIRS.get(1), sweep.best(0).pair());
        assertEquals(PAIRS.get(2), sweep.best(1).pair());
        assertEquals(
                PAIRS.get(2),
                sweep.onAverage().pair(),
                "of the two with a mean score of 1, the one with the smaller mean loss");
        assertEquals(Optional.of(Rule.AMONG_EQUALS), sweep.onAverage().chosen());
    }

    @Test
    void ofEqualScoreAndLossTheFirstIsChosen() {
        var sweep = sweep(Metric.MCC, fold(0, at(0.5, 0.5), at(1, 0.2), at(1, 0.2)));
        assertEquals(PAIRS.get(1), sweep.best(0).pair());
        assertEquals(PAIRS.get(1), sweep.onAverage().pair());
    }

    @Test
    void aScoreThatIsMissingNeverWins() {
        var sweep = sweep(Metric.AUROC, fold(0, at(Double.NaN, 0.01), at(0.1, 0.9), at(Double.NaN, 0.02)));
        assertEquals(PAIRS.get(1), sweep.best(0).pair());
        assertEquals(PAIRS.get(1), sweep.onAverage().pair());
        var none = sweep(Metric.AUROC, fold(0, at(Double.NaN, 0.4), at(Double.NaN, 0.3), at(Double.NaN, 0.5)));
        assertEquals(PAIRS.get(1), none.best(0).pair());
        assertEquals(Optional.of(Rule.NO_SCORE), none.onAverage().chosen());
    }

    @Test
    void theLogLossItselfMayChoose() {
        var sweep = sweep(Metric.LOG_LOSS, fold(0, at(1, 0.6), at(0.2, 0.3), at(1, 0.5)));
        assertEquals(PAIRS.get(1), sweep.best(0).pair());
        assertEquals(Optional.of(Rule.SMALLEST_LOSS), sweep.onAverage().chosen());
    }

    private record Figures(double score, double loss) {}

    private static Figures at(double score, double loss) {
        return new Figures(score, loss);
    }

    private interface Fold {
        List<SweepLine> lines(Metric choice);
    }

    private static Fold fold(int fold, Figures... figures) {
        return choice -> IntStream.range(0, figures.length)
                .mapToObj(i ->
                        new SweepLine(fold, PAIRS.get(i), 3, inner(choice, figures[i]), Map.of(), 1, Optional.empty()))
                .toList();
    }

    private static Map<Metric, MetricValue> inner(Metric choice, Figures figures) {
        var loss = MetricValue.of(figures.loss());
        return choice == Metric.LOG_LOSS
                ? Map.of(Metric.LOG_LOSS, loss, Metric.AUROC, MetricValue.of(figures.score()))
                : Map.of(
                        Metric.LOG_LOSS,
                        loss,
                        choice,
                        Double.isNaN(figures.score())
                                ? MetricValue.missing("all rows are of one class")
                                : MetricValue.of(figures.score()));
    }

    private static Sweep sweep(Metric choice, Fold... folds) {
        var lines = new ArrayList<SweepLine>();
        for (var fold : folds) {
            lines.addAll(fold.lines(choice));
        }
        return new Sweep(lines, PAIRS.size(), choice);
    }

    private static List<Optional<Rule>> chosen(Sweep sweep) {
        return sweep.lines().stream().map(SweepLine::chosen).toList();
    }
}
