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

    /** The part of a decision curve far below 0 carries no information; the axis ends a little below 0. */
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
                "Over all rows, from out-of-fold predictions where models have them. Rows of one person resemble"
                        + " each other; for the uncertainty of the areas, see the intervals in the tables.",
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
        picture.end("Sensitivity against the false positive rate at every threshold; the dashed line is chance. "
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
        picture.end("Share of positive predictions that are correct; the dashed line is chance, "
                + Numbers.percent(share) + ". " + areas(comparison, c, ClassScores::averagePrecision));
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
                "Observed share of positive rows against the predicted probability, one line for each model.",
                Axis.ofShare("Predicted probability"),
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
        picture.end("Of rows with a probability of 0.3, 3 in 10 should be positive: well calibrated models lie on the"
                + " dashed line, overconfident models are flatter. Bars: intervals that assume independent rows.");
    }

    private static void decision(Comparison comparison, int c, Markup page) {
        var counts = comparison.models().get(0).classes().get(c).counts();
        var share = counts.positives() / (double) counts.rows();
        var lowest = Math.max(LOWEST_BENEFIT, -0.3 * share);
        var picture = new Picture(
                page,
                "decision-" + c,
                "Decision curve",
                "Net benefit against the probability threshold, one line for each model.",
                Axis.ofShare("Probability threshold"),
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
        picture.end("True positives minus false positives, weighted by the odds of the threshold. A model is useful"
                + " where it lies above both dashed lines: treating no one (0) and treating everyone (falling).");
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
