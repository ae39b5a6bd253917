package org.ecgdistill.evaluation.study;

import java.util.Collection;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ecgdistill.common.Words;

/**
 * Contradictions between a model's own columns: probabilities that do not add up to 1, or a predicted class that is not
 * the most likely one.
 */
final class Contradictions {

    /** More than this from 1 and the probabilities of a row are not a distribution. */
    private static final double SUM_TOLERANCE = 1e-3;

    /** Classes whose probabilities differ by less are equally likely. */
    private static final double TIE = 1e-6;

    private final ModelPredictions model;
    private final CommonRows common;

    private Contradictions(ModelPredictions model, CommonRows common) {
        this.model = model;
        this.common = common;
    }

    static void find(ModelPredictions model, CommonRows common, Collection<Finding> findings) {
        var contradictions = new Contradictions(model, common);
        var labels = new TreeSet<String>();
        for (var row : common.row()) {
            labels.add(common.cases().label(row).orElseThrow());
        }
        var hasAll = model.classes().size() > 1 && model.classes().containsAll(labels);
        if (hasAll) {
            contradictions.report(
                    contradictions::isOdd,
                    " the probabilities of the classes do not add up to 1; log loss and Brier score use them"
                            + " unchanged.",
                    findings);
        }
        if (model.hasPredictedClass() && (hasAll || model.classes().size() == 1 && labels.size() == 2)) {
            contradictions.report(
                    hasAll ? contradictions::isUnlikely : contradictions::isUnlikelyOfTwo,
                    " the predicted class is not the one with the largest probability; the figures follow the"
                            + " probabilities. Check that both columns come from the same model.",
                    findings);
        }
    }

    private void report(IntPredicate wanted, String sentence, Collection<Finding> findings) {
        var rows = IntStream.of(common.row()).filter(wanted).count();
        if (rows > 0) {
            findings.add(Finding.warning(
                    "Model " + Words.quoted(model.name()) + ": in " + Words.count(rows, "row", "rows") + sentence));
        }
    }

    private boolean isOdd(int row) {
        var sum = 0.0;
        for (var c = 0; c < model.classes().size(); c++) {
            sum += model.probability(c, row);
        }
        return Math.abs(sum - 1) > SUM_TOLERANCE;
    }

    private boolean isUnlikely(int row) {
        int predicted =
                model.predicted(row).map(name -> model.classes().indexOf(name)).orElse(-1);
        if (predicted < 0) {
            return false;
        }
        var given = model.probability(predicted, row);
        return IntStream.range(0, model.classes().size()).anyMatch(c -> model.probability(c, row) > given + TIE);
    }

    /** Of two classes with a probability of one of them alone. */
    private boolean isUnlikelyOfTwo(int row) {
        var given = model.probability(0, row);
        return model.predicted(row)
                .filter(name -> common.classes().of(name).isPresent())
                .map(name -> name.equals(model.classes().get(0)) ? given < 0.5 - TIE : given > 0.5 + TIE)
                .orElse(false);
    }
}
