package org.ecgdistill.evaluation.curves;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * Precision (y) against sensitivity (x), from the highest threshold to the lowest. Between two thresholds it is a step, not
 * a slope (Davis and Goadrich 2006); the corners of the steps are points too, so that straight lines join all points. Empty
 * where there is one class only.
 */
public record PrecisionRecallCurve(List<CurvePoint> points) {

    public static PrecisionRecallCurve of(RankedScores scores) {
        if (!scores.hasBothClasses()) {
            return new PrecisionRecallCurve(List.of());
        }
        var path = new ArrayList<CurvePoint>(2 * scores.size());
        var recall = 0.0;
        for (var point : all(scores)) {
            path.add(new CurvePoint(recall, point.y(), point.threshold()));
            path.add(point);
            recall = point.x();
        }
        return new PrecisionRecallCurve(Thinning.of(path));
    }

    /**
     * The area when neighbouring points are joined by straight lines, starting at precision 1 and sensitivity 0. Too
     * large where scores tie; given for comparison with software that reports it.
     */
    public static MetricValue trapezoidalArea(RankedScores scores) {
        if (scores.positives() == 0) {
            return MetricValue.missing("no row of the positive class");
        }
        var area = 0.0;
        var lastRecall = 0.0;
        var lastPrecision = 1.0;
        for (var point : all(scores)) {
            area += (point.x() - lastRecall) * (point.y() + lastPrecision) / 2;
            lastRecall = point.x();
            lastPrecision = point.y();
        }
        return MetricValue.of(area);
    }

    private static List<CurvePoint> all(RankedScores scores) {
        double positives = scores.positives();
        var points = new ArrayList<CurvePoint>(scores.size());
        for (var i = 0; i < scores.size(); i++) {
            double found = scores.truePositives(i);
            points.add(
                    new CurvePoint(found / positives, found / (found + scores.falsePositives(i)), scores.threshold(i)));
        }
        return points;
    }
}
