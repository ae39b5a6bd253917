package org.ecgdistill.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ecgdistill.evaluation.curves.CurvePoint;
import org.ecgdistill.evaluation.curves.DecisionCurve;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.study.ClassScores;
import org.ecgdistill.evaluation.study.Comparison;

/** ROC, precision-recall, calibration and decision curves, for each class that is shown. */
final class CurvesSection implements Section {

    /** A decision curve far below 0 says nothing but "do not"; the axis ends a little below it. */
    private static final double LOWEST_BENEFIT = -0.15;

    @Override
    public void write(Comparison comparison, Markup page) {
        var classes = comparison.models().get(0).classes().size();
        var anyCurve = comparison.models().stream()
                .flatMap(model -> model.classes().stream())
                .anyMatch(scores -> !scores.roc().points().isEmpty());
        if (!anyCurve) {
            return;
        }
        page.leaf("h2", "Curves");
        page.leaf(
                "p",
                "Over all rows, from out-of-fold predictions where models have them. Rows of one person resemble each other;"
                        + " for how sure the areas are, see the intervals in the tables.",
                "class",
                "soft");
        legend(comparison, page);
        for (var c = 0; c < classes; c++) {
            var name = comparison.models().get(0).classes().get(c).name();
            if (classes > 1) {
                page.leaf("h3", "Class " + name + " against the rest");
            }
            page.start("div", "class", "figures");
            roc(comparison, c, page);
            precisionRecall(comparison, c, page);
            reliability(comparison, c, page);
            decision(comparison, c, page);
            page.end();
        }
    }

    static void legend(Comparison comparison, Markup page) {
        page.start("ul", "class", "legend", "aria-label", "Models");
        for (var m = 0; m < comparison.models().size(); m++) {
            page.start("li").start("svg", "viewBox", "0 0 38 14", "aria-hidden", "true");
            page.empty(
                    "line",
                    "x1",
                    "0",
                    "y1",
                    "7",
                    "x2",
                    "38",
                    "y2",
                    "7",
                    "class",
                    "series " + Style.line(m),
                    "stroke-dasharray",
                    Style.dashes(m));
            page.empty("path", "d", Picture.shape(m % 4, 19, 7), "class", Style.fill(m));
            page.end().text(comparison.models().get(m).name()).end();
        }
        page.end();
    }

    private static void roc(Comparison comparison, int c, Markup page) {
        var picture = new Picture(
                page,
                "roc-" + c,
                "ROC",
                describe("ROC curves", comparison, c, ClassScores::auroc),
                Axis.ofShare("1 − specificity"),
                Axis.ofShare("Sensitivity"));
        picture.guide(0, 0, 1, 1);
        curves(comparison, c, picture, scores -> scores.roc().points(), ClassScores::auroc);
        picture.end("Sensitivity against false alarms at every threshold; the dashed line is a guess. "
                + areas(comparison, c, ClassScores::auroc));
    }

    private static void precisionRecall(Comparison comparison, int c, Markup page) {
        var picture = new Picture(
                page,
                "pr-" + c,
                "Precision-recall",
                describe("Precision-recall curves", comparison, c, ClassScores::averagePrecision),
                Axis.ofShare("Sensitivity (recall)"),
                Axis.ofShare("Precision"));
        var counts = comparison.models().get(0).classes().get(c).counts();
        var share = counts.positives() / (double) counts.rows();
        picture.guide(0, share, 1, share);
        curves(comparison, c, picture, scores -> scores.precisionRecall().points(), ClassScores::averagePrecision);
        picture.end("How many of the alarms are true; the dashed line is a guess, " + Numbers.percent(share) + ". "
                + areas(comparison, c, ClassScores::averagePrecision));
    }

    private static void curves(
            Comparison comparison,
            int c,
            Picture picture,
            Function<ClassScores, List<CurvePoint>> points,
            Function<ClassScores, MetricValue> area) {
        for (var m = 0; m < comparison.models().size(); m++) {
            var scores = comparison.models().get(m).classes().get(c);
            var path = points.apply(scores).stream()
                    .map(point -> new double[] {point.x(), point.y()})
                    .toList();
            if (!path.isEmpty()) {
                picture.series(m, comparison.models().get(m).name() + " " + Numbers.metric(area.apply(scores)), path);
            }
        }
    }

    private static void reliability(Comparison comparison, int c, Markup page) {
        var picture = new Picture(
                page,
                "calibration-" + c,
                "Calibration",
                "Observed share of positive rows against the given probability, one line for each model.",
                Axis.ofShare("Given probability"),
                Axis.ofShare("Observed share"));
        picture.guide(0, 0, 1, 1);
        for (var m = 0; m < comparison.models().size(); m++) {
            var model = comparison.models().get(m);
            var bins = model.classes().get(c).reliability().bins();
            if (!bins.isEmpty()) {
                picture.series(
                        m,
                        model.name(),
                        bins.stream()
                                .map(bin -> new double[] {bin.probability(), bin.share()})
                                .toList());
            }
            for (var bin : bins) {
                picture.bar(
                        m,
                        bin.probability(),
                        bin.interval().low(),
                        bin.interval().high());
                picture.marker(
                        m, model.name() + ", " + Numbers.count(bin.rows()) + " rows", bin.probability(), bin.share());
            }
        }
        picture.end(
                "A probability of 0.3 should come true in 3 of 10 rows: honest models lie on the dashed line, overconfident"
                        + " ones are flatter. Bars: intervals as if rows were independent.");
    }

    private static void decision(Comparison comparison, int c, Markup page) {
        var counts = comparison.models().get(0).classes().get(c).counts();
        var share = counts.positives() / (double) counts.rows();
        var lowest = Math.max(LOWEST_BENEFIT, -0.3 * share);
        var picture = new Picture(
                page,
                "decision-" + c,
                "Decision curve",
                "Net benefit against the probability from which one would act, one line for each model.",
                Axis.ofShare("Probability from which one would act"),
                Axis.between("Net benefit", lowest, 1.05 * share));
        picture.guide(0, 0, 1, 0);
        comparison.models().stream()
                .map(model -> model.classes().get(c).decision().points())
                .filter(points -> !points.isEmpty())
                .findFirst()
                .ifPresent(points -> picture.guide(points.stream()
                        .filter(point -> point.treatAll() >= lowest)
                        .map(point -> new double[] {point.probability(), point.treatAll()})
                        .toList()));
        for (var m = 0; m < comparison.models().size(); m++) {
            var model = comparison.models().get(m);
            for (var run : runsAbove(lowest, model.classes().get(c).decision())) {
                picture.series(m, model.name(), run);
            }
        }
        picture.end(
                "True alarms less false ones, weighed by what the reader would accept. A model is of use where it lies above"
                        + " both dashed lines: acting on nobody (0) and on everybody (falling).");
    }

    /** The pieces of a curve that lie on the picture. */
    private static List<List<double[]>> runsAbove(double lowest, DecisionCurve curve) {
        var runs = new ArrayList<List<double[]>>();
        var inside = false;
        for (var point : curve.points()) {
            var above = point.netBenefit() >= lowest;
            if (above && !inside) {
                runs.add(new ArrayList<>());
            }
            if (above) {
                runs.get(runs.size() - 1).add(new double[] {point.probability(), point.netBenefit()});
            }
            inside = above;
        }
        return runs;
    }

    private static String areas(Comparison comparison, int c, Function<ClassScores, MetricValue> area) {
        return "Areas: "
                + String.join(
                        ", ",
                        comparison.models().stream()
                                .map(model -> model.name() + " "
                                        + Numbers.metric(
                                                area.apply(model.classes().get(c))))
                                .toList())
                + ".";
    }

    private static String describe(String what, Comparison comparison, int c, Function<ClassScores, MetricValue> area) {
        return what + " of " + comparison.models().size() + " models. " + areas(comparison, c, area);
    }
}
