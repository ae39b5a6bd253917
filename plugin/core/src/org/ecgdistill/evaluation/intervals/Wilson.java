package org.ecgdistill.evaluation.intervals;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.ecgdistill.evaluation.EvaluationException;

/**
 * Interval for a share of independent rows by Wilson's score method (Wilson 1927; recommended by Newcombe 1998): it stays
 * within 0 and 1 and holds its level on few rows too.
 */
public final class Wilson {

    private Wilson() {}

    public static Interval of(long hits, long rows, double level) {
        if (rows < 1 || hits < 0 || hits > rows) {
            throw new EvaluationException(hits + " hits in " + rows + " rows is not a share; expected 0 to " + rows
                    + " hits in at least one row.");
        }
        var z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        var share = hits / (double) rows;
        var middle = share + z * z / (2 * rows);
        var half = z * Math.sqrt(share * (1 - share) / rows + z * z / (4.0 * rows * rows));
        var scale = 1 + z * z / rows;
        return new Interval(hits == 0 ? 0 : (middle - half) / scale, hits == rows ? 1 : (middle + half) / scale, level);
    }
}
