package org.ecgdistill.signal.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.signal.SignalException;

/**
 * When the heart beats, and which of its beats are premature.
 *
 * <p>An atrial premature beat resets the sinus node, so the next sinus beat follows after a little more than one normal
 * interval (incomplete compensatory pause). A ventricular one leaves the sinus node undisturbed: the sinus beat that it
 * pre-empts is lost and the next comes when it would have come anyway, so that the two intervals around the ventricular
 * beat add up to two normal ones (full compensatory pause). Either kind keeps nearly the same distance to the beat
 * before it throughout a record, as coupled extrasystoles do.
 *
 * @param sinus the clock of the normal beats
 * @param supraventricularShare of all beats, expected
 * @param ventricularShare of all beats, expected; every premature beat follows a normal one, so both together are at
 *     most one half
 * @param likeness 0 for premature beats that come as early as in a textbook, 1 for those that come only just before the
 *     next sinus beat would have come
 */
record Rhythm(RrProcess sinus, double supraventricularShare, double ventricularShare, double likeness) {

    private static final double SHORTEST_COUPLING = 0.3;

    /** The latest coupling of a premature beat, as a share of the interval between sinus beats. */
    private static final double LATEST = 0.92;

    Rhythm {
        if (!(supraventricularShare >= 0 && ventricularShare >= 0 && supraventricularShare + ventricularShare <= 0.5)) {
            throw new SignalException(
                    "The shares of premature beats must not be negative nor exceed one half together, but are "
                            + supraventricularShare + " (supraventricular) and " + ventricularShare
                            + " (ventricular).");
        }
    }

    /** The beats from one time to another (s), the first a normal one. */
    List<Beat> beats(double from, double until, RandomStream random) {
        var intervals = sinus.series(until - from + 2 * sinus.mean(), random);
        var premature = supraventricularShare + ventricularShare;
        // Every premature beat comes with a normal one before it: r = q / (1 + q) solved for q.
        var chance = premature / (1 - premature);
        var atrialCoupling = later(random.uniform(0.62, 0.75));
        var ventricularCoupling = later(random.uniform(0.52, 0.68));

        var beats = new ArrayList<Beat>();
        var time = from + sinus.mean() * random.uniform();
        while (time < until) {
            beats.add(new Beat(time, BeatType.NORMAL));
            var interval = interval(intervals, time - from);
            if (random.uniform() >= chance) {
                time += interval;
            } else if (random.uniform() * premature < ventricularShare) {
                var coupling = coupling(interval, ventricularCoupling, random);
                beats.add(new Beat(time + coupling, BeatType.VENTRICULAR));
                time += interval + interval(intervals, time + interval - from);
            } else {
                var coupling = coupling(interval, atrialCoupling, random);
                beats.add(new Beat(time + coupling, BeatType.SUPRAVENTRICULAR));
                time += coupling + interval * random.uniform(1.02, 1.12);
            }
        }
        return beats;
    }

    private double later(double share) {
        return share + likeness * (LATEST - share);
    }

    private static double coupling(double interval, double share, RandomStream random) {
        return Math.max(SHORTEST_COUPLING, interval * (share + random.uniform(-0.015, 0.015)));
    }

    private static double interval(double[] series, double time) {
        var position = time * RrProcess.RATE;
        var index = Math.min((int) position, series.length - 2);
        var share = Math.min(1, position - index);
        return (1 - share) * series[index] + share * series[index + 1];
    }
}
