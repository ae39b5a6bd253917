package org.ecgdistill.evaluation.curves;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.evaluation.metrics.RankedScores;

/**
 * Receiver operating characteristic: sensitivity (y) against 1 - specificity (x), from "no row is positive" to "every
 * row is". Empty where there is one class only.
 */
public record RocCurve(List<CurvePoint> points) {

    public static RocCurve of(RankedScores scores) {
        if (!scores.hasBothClasses()) {
            return new RocCurve(List.of());
        }
        double positives = scores.positives();
        double negatives = scores.negatives();
        var points = new ArrayList<CurvePoint>(scores.size() + 1);
        points.add(new CurvePoint(0, 0, Double.POSITIVE_INFINITY));
        for (var i = 0; i < scores.size(); i++) {
            points.add(new CurvePoint(
                    scores.falsePositives(i) / negatives, scores.truePositives(i) / positives, scores.threshold(i)));
        }
        return new RocCurve(Thinning.of(points));
    }
}
