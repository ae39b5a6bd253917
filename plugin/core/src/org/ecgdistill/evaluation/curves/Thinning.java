package org.ecgdistill.evaluation.curves;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves out points of a curve that would not be visible: the rest, joined by straight lines, passes every point within
 * the tolerance (Ramer 1972, Douglas and Peucker 1973). A curve of 100,000 points becomes one of a few hundred.
 */
final class Thinning {

    /** Less than a pixel on a picture of 800 pixels. */
    static final double TOLERANCE = 0.001;

    private Thinning() {}

    static List<CurvePoint> of(List<CurvePoint> points) {
        if (points.size() < 3) {
            return List.copyOf(points);
        }
        var kept = new BitSet(points.size());
        kept.set(0);
        kept.set(points.size() - 1);
        var open = new ArrayDeque<int[]>();
        open.push(new int[] {0, points.size() - 1});
        while (!open.isEmpty()) {
            var range = open.pop();
            var farthest = farthest(points, range[0], range[1]);
            if (farthest > 0) {
                kept.set(farthest);
                open.push(new int[] {range[0], farthest});
                open.push(new int[] {farthest, range[1]});
            }
        }
        var thin = new ArrayList<CurvePoint>(kept.cardinality());
        kept.stream().forEach(i -> thin.add(points.get(i)));
        return List.copyOf(thin);
    }

    /** The point between two others that lies farthest from their line, or -1 where all are within the tolerance. */
    private static int farthest(List<CurvePoint> points, int from, int to) {
        var start = points.get(from);
        var dx = points.get(to).x() - start.x();
        var dy = points.get(to).y() - start.y();
        var length = Math.hypot(dx, dy);
        var farthest = -1;
        var largest = TOLERANCE;
        for (var i = from + 1; i < to; i++) {
            var px = points.get(i).x() - start.x();
            var py = points.get(i).y() - start.y();
            var distance = length == 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
            if (distance > largest) {
                largest = distance;
                farthest = i;
            }
        }
        return farthest;
    }
}
