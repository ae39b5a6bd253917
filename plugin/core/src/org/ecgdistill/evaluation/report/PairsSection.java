package org.ecgdistill.evaluation.report;

import java.util.List;
import org.ecgdistill.evaluation.comparisons.TestResult;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.report.Table.Cell;
import org.ecgdistill.evaluation.study.Comparison;
import org.ecgdistill.evaluation.study.PairResult;

/** Every pair of models, tested. */
final class PairsSection implements Section {

    private static final double SIGNIFICANT = 0.05;

    @Override
    public void write(Comparison comparison, Markup page) {
        if (comparison.pairs().isEmpty()) {
            return;
        }
        page.leaf("h2", "Are the models different?");
        page.leaf(
                "p",
                "Differences are first minus second. Below each p-value is the value adjusted for testing "
                        + Numbers.count(comparison.pairs().size())
                        + (comparison.pairs().size() == 1 ? " pair" : " pairs")
                        + " (Holm); bold where it is below 0.05. The interval of a difference and the test by subject account"
                        + " for rows of the same person; DeLong's and McNemar's tests assume independent rows and find"
                        + " differences too easily where persons have many rows.");
        areas(comparison).write(page);
        answers(comparison).write(page);
    }

    private static Table areas(Comparison comparison) {
        var table = new Table(
                "Area under the ROC curve: difference over all rows and tests.",
                List.of(
                        "First",
                        "Second",
                        "Difference",
                        "DeLong by subject, p",
                        "DeLong, p",
                        "Folds: difference",
                        "Folds: corrected t",
                        "Folds: p"));
        for (var pair : comparison.pairs()) {
            var difference = pair.differences().get(Metric.AUROC);
            table.row(
                    Cell.of(pair.first()),
                    Cell.of(pair.second()).withStyle("text"),
                    difference(difference),
                    p(pair.deLongBySubject()),
                    p(pair.deLong()),
                    Cell.of(Numbers.signed(difference.folds().difference())),
                    Cell.of(Numbers.metric(difference.folds().statistic())),
                    p(difference.folds()));
        }
        return table;
    }

    private static Table answers(Comparison comparison) {
        var table = new Table(
                "Predicted classes: Matthews correlation, and rows that only one of the two models classified correctly.",
                List.of(
                        "First",
                        "Second",
                        "MCC difference",
                        "Folds: difference",
                        "Folds: p",
                        "Only first correct",
                        "Only second correct",
                        "McNemar, p"));
        for (var pair : comparison.pairs()) {
            var difference = pair.differences().get(Metric.MCC);
            table.row(
                    Cell.of(pair.first()),
                    Cell.of(pair.second()).withStyle("text"),
                    difference(difference),
                    Cell.of(Numbers.signed(difference.folds().difference())),
                    p(difference.folds()),
                    Cell.of(Numbers.count(pair.answers().onlyFirstRight())),
                    Cell.of(Numbers.count(pair.answers().onlySecondRight())),
                    p(pair.mcNemar()));
        }
        return table;
    }

    private static Cell difference(PairResult.Difference difference) {
        return Cell.of(
                        Numbers.signed(difference.pooled()),
                        difference.interval().map(Numbers::interval).orElse(""))
                .withNote(difference.pooled().note());
    }

    private static Cell p(TestResult test) {
        var significant = test.adjusted().isPresent() && test.adjusted().value() < SIGNIFICANT;
        return new Cell(
                Numbers.pValue(test.pValue()),
                test.adjusted().isPresent() ? Numbers.pValue(test.adjusted()) : "",
                test.pValue().note(),
                significant ? "found" : "");
    }
}
