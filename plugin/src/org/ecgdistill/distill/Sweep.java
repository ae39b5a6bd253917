package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecgdistill.evaluation.metrics.Metric;

/** All pairs in all folds, and which are best. Of equals the first is taken. */
final class Sweep {

    private final List<SweepLine> lines;

    private final int pairs;

    private final Metric choice;

    /**
     * @param lines fold by fold, the pairs of each in one order
     * @param choice the inner measure by which a pair is chosen
     */
    Sweep(final List<SweepLine> lines, final int pairs, final Metric choice) {
        this.lines = lines;
        this.pairs = pairs;
        this.choice = choice;
    }

    /** The best pair of a fold; counted, so that a single student of all rows is 0. */
    SweepLine best(final int fold) {
        return lines.subList(fold * pairs, (fold + 1) * pairs).stream()
                .max(Comparator.comparingDouble(line -> line.worth(choice)))
                .orElseThrow();
    }

    /** The pair that is best on average over the folds, with the epochs that it took there on average. */
    SweepLine onAverage() {
        var best = 0;
        for (var pair = 1; pair < pairs; pair++) {
            best = worth(pair) > worth(best) ? pair : best;
        }
        var own = of(best);
        var epochs = own.stream().mapToInt(SweepLine::epoch).average().orElseThrow();
        var first = own.get(0);
        return new SweepLine(
                -1, first.pair(), (int) Math.round(epochs), first.inner(), first.outOfFold(), first.seconds(), true);
    }

    /** All lines, those marked with which students learnt in the end. */
    List<SweepLine> lines() {
        var marked = new ArrayList<SweepLine>();
        for (var fold = 0; fold < lines.size() / pairs; fold++) {
            var best = best(fold);
            for (var line : lines.subList(fold * pairs, (fold + 1) * pairs)) {
                marked.add(line == best ? line.chosen() : line);
            }
        }
        return marked;
    }

    private double worth(final int pair) {
        return of(pair).stream()
                .mapToDouble(line -> line.worth(choice))
                .average()
                .orElseThrow();
    }

    private List<SweepLine> of(final int pair) {
        var own = new ArrayList<SweepLine>();
        for (var i = pair; i < lines.size(); i += pairs) {
            own.add(lines.get(i));
        }
        return own;
    }
}
