package org.ecgdistill.distill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.nn.training.Reason;
import org.ecgdistill.nn.training.Verdict;

/** All pairs in all folds, and which are best. Of those with equal score and loss the first is taken. */
final class Sweep {

    private final List<SweepLine> lines;
    private final int pairs;
    private final Metric choice;

    /**
     * @param lines fold by fold, the pairs of each in one order
     * @param choice the inner measure by which a pair is chosen
     */
    Sweep(List<SweepLine> lines, int pairs, Metric choice) {
        this.lines = lines;
        this.pairs = pairs;
        this.choice = choice;
    }

    /** The best pair of a fold; counted, so that a single student of all rows is 0. */
    SweepLine best(int fold) {
        var verdicts = verdicts(ofFold(fold));
        return ofFold(fold).get(verdicts.indexOf(Collections.max(verdicts)));
    }

    /** The pair that is best on average over the folds, with the epochs that it took there on average. */
    SweepLine onAverage() {
        var means = IntStream.range(0, pairs).mapToObj(this::mean).toList();
        var best = Collections.max(means);
        var chosen = ofPair(means.indexOf(best));
        var epochs = chosen.stream().mapToInt(SweepLine::epoch).average().orElseThrow();
        var first = chosen.get(0);
        return new SweepLine(
                -1,
                first.pair(),
                (int) Math.round(epochs),
                first.inner(),
                first.outOfFold(),
                first.seconds(),
                Optional.of(rule(means, best)));
    }

    /** All lines, those marked with which students learnt in the end. */
    List<SweepLine> lines() {
        var marked = new ArrayList<SweepLine>();
        for (var fold = 0; fold < lines.size() / pairs; fold++) {
            var best = best(fold);
            var why = rule(verdicts(ofFold(fold)), best.verdict(choice));
            for (var line : ofFold(fold)) {
                marked.add(line == best ? line.chosen(why) : line);
            }
        }
        return marked;
    }

    private Reason.Rule rule(List<Verdict> verdicts, Verdict best) {
        return Reason.Rule.of(verdicts, best, choice != SweepLine.LOSS);
    }

    /** Score and loss of a pair, each on average over the folds; no score if that of a fold is missing. */
    private Verdict mean(int pair) {
        var verdicts = verdicts(ofPair(pair));
        return new Verdict(
                verdicts.stream().mapToDouble(Verdict::score).average().orElseThrow(),
                verdicts.stream().mapToDouble(Verdict::loss).average().orElseThrow());
    }

    private List<Verdict> verdicts(List<SweepLine> some) {
        return some.stream().map(line -> line.verdict(choice)).toList();
    }

    private List<SweepLine> ofFold(int fold) {
        return lines.subList(fold * pairs, (fold + 1) * pairs);
    }

    private List<SweepLine> ofPair(int pair) {
        var linesOfPair = new ArrayList<SweepLine>();
        for (var i = pair; i < lines.size(); i += pairs) {
            linesOfPair.add(lines.get(i));
        }
        return linesOfPair;
    }
}
