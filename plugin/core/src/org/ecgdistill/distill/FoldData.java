package org.ecgdistill.distill;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.nn.training.Design;
import org.ecgdistill.nn.training.Examples;
import org.ecgdistill.nn.training.Validation;

/**
 * The rows of one fold's model.
 *
 * @param fold the fold that is left out; -1 for the model of all rows
 * @param examples all rows as this model may see them: a student of fold f learns from the teacher that has not seen fold
 *     f
 * @param finalLayer of the teacher whose features the student takes over
 * @param split the rows it learns from, and those that choose its epoch
 * @param isSmall whether the rows that choose belong to so few subjects that their score means little
 * @param tested the rows with a label that it is tested on
 */
record FoldData(
        int fold,
        Examples examples,
        Optional<float[][]> finalLayer,
        Design.Split split,
        boolean isSmall,
        int[] tested) {

    static FoldData of(Teachers teachers, Design design, Examples examples, int fold) {
        if (!teachers.showClasses()) {
            design.checkLabels(fold);
        }
        var split = design.split(fold);
        return new FoldData(
                fold,
                examples,
                teachers.features().map(features -> features.finalLayers().get(Teachers.part(fold))),
                split,
                split.validation().length > 0 && design.hasFewSubjects(split.validation()),
                IntStream.range(0, examples.rows())
                        .filter(row -> fold >= 0
                                && design.folds()[row] == fold
                                && design.labels().get(row) != null)
                        .toArray());
    }

    /** The same with all rows to learn from, those that were kept back included. */
    FoldData whole() {
        return new FoldData(fold, examples, finalLayer, split.whole(), false, tested);
    }

    /** The rows to learn from, those without a label after the others and marked as such. */
    Examples training() {
        var labelled = split.training();
        if (split.unlabelled().length == 0) {
            return examples.select(labelled);
        }
        var rows = IntStream.concat(IntStream.of(labelled), IntStream.of(split.unlabelled()))
                .toArray();
        var known = new float[rows.length][1];
        for (var row = 0; row < labelled.length; row++) {
            known[row][0] = 1;
        }
        return examples.select(rows).with(Examples.KNOWN, known);
    }

    /** The rows with a label to learn from; empty unless they have at least two classes to distinguish. */
    Optional<Examples> labelled() {
        var labels = examples.targets().get(Examples.LABEL);
        var classes = IntStream.of(split.training())
                .mapToObj(row -> Arrays.toString(labels[row]))
                .distinct()
                .count();
        return classes < 2 ? Optional.empty() : Optional.of(examples.select(split.training()));
    }

    boolean hasValidation() {
        return split.validation().length > 0;
    }

    Validation validation(Goal goal) {
        return hasValidation()
                ? new Validation(examples.select(split.validation()), goal.score(), isSmall)
                : Validation.NONE;
    }
}
