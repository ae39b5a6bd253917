package org.ecgdistill.distill;

import java.util.Arrays;
import java.util.List;
import org.ecgdistill.nn.training.Design;

/**
 * Whether a teacher was trained in the folds in which its student is tested. The teacher's own prediction for a row
 * comes from its model that has not seen the row's fold. If it comes from another fold's model, the row has changed its
 * fold since, and the student would learn from a model that has learnt from the row that the student is tested on.
 */
public final class SameFolds {

    private SameFolds() {}

    /**
     * Rejects a teacher whose rows have changed their folds since.
     *
     * @param column where the teacher stands, for messages
     * @param parts its logits by fold, row and class; null for a row without a prediction
     * @param unseen its own prediction for each row, null if unknown
     * @param design of the student
     */
    public static void check(String column, List<float[][]> parts, float[][] unseen, Design design) {
        if (design.folds().length == 0 || parts.size() != design.numberOfFolds()) {
            return;
        }
        var moved = 0;
        for (var row = 0; row < unseen.length; row++) {
            var fold = design.folds()[row];
            if (unseen[row] != null && fold >= 0 && isOfAnother(parts, unseen[row], row, fold)) {
                moved++;
            }
        }
        if (moved > 0) {
            throw new DistillationException(
                    "The folds have changed since the teacher \"" + column
                            + "\" was trained: " + moved + " of " + unseen.length
                            + " recordings are in another fold now, so that the student would be tested on recordings that its"
                            + " teacher has learnt from. Assign the folds before the teacher's learner, or train the teacher again.");
        }
    }

    private static boolean isOfAnother(List<float[][]> parts, float[] unseen, int row, int fold) {
        return !Arrays.equals(parts.get(fold)[row], unseen)
                && parts.stream().anyMatch(part -> Arrays.equals(part[row], unseen));
    }
}
