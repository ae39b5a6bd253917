package org.ecgdistill.distill;

import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.nn.training.CrossValidated;

/**
 * The result of a distillation.
 *
 * @param models the students of all folds and of all rows
 * @param sweep one line for each fold and pair, fold by fold
 * @param pair with which the student of all rows was trained
 * @param unlabelled how many rows without a label have taught the student of all rows, then that of each fold
 */
public record Distilled(CrossValidated models, List<SweepLine> sweep, Pair pair, List<Integer> unlabelled) {

    public Distilled {
        sweep = List.copyOf(sweep);
        unlabelled = List.copyOf(unlabelled);
    }

    /** With which the student of a fold was trained: no row of the fold has chosen it. */
    public Pair pairOf(int fold) {
        return sweep.stream()
                .filter(line -> line.fold() == fold && line.isChosen())
                .map(SweepLine::pair)
                .findFirst()
                .orElse(pair);
    }

    /** The pair of each fold. */
    public List<Pair> pairsOfFolds() {
        return IntStream.range(0, models.folds().size()).mapToObj(this::pairOf).toList();
    }
}
