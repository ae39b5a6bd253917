package org.ecgdistill.evaluation.curves;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * Precision (y) against sensitivity (x), from the highest threshold to the lowest. Between two points it is a step, not a
 * slope (Davis and Goadrich 2006). Empty where there is one class only.
 */
public record PrecisionRecallCurve(List<CurvePoint> points) {

    public static PrecisionRecallCurve of(RankedScores scores) {
        return new PrecisionRecallCurve(scores.hasBothClasses() ? Thinning.of(all(scores)) : List.of());
    }

    /**
     * The area when neighbouring points are joined by straight lines, starting at precision 1 and sensitivity 0. Too
     * large where scores tie; given for comparison with software that reports it.
     */
    public static MetricValue trapezoidalArea(RankedScores scores) {
        if (scores.positives() == 0) {
            return MetricValue.missing("no row of the positive class");
        }
        double area = 0;
        double lastRecall = 0;
        double lastPrecision = 1;
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
        for (int i = 0; i < scores.size(); i++) {
            double found = scores.truePositives(i);
            points.add(new CurvePoint(
                    found / positives, found / (found + scores.falsePositives(i)), scores.threshold(i)));
        }
        return points;
    }
}
