package org.ecgdistill.distill;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.model.TrainedModel;

/**
 * One teacher's predictions for every row.
 *
 * @param column where it stands, for messages
 * @param parts the logits by model, row and class: one model for each fold, which has not seen that fold, or a single
 *     one. A row without a prediction is null
 * @param exposure empty for a cross-validated teacher of this extension. Otherwise the teacher is a column of any node
 *     with one prediction for each row, and this is what is known about the rows that its model has learnt from
 */
public record Teacher(String column, List<float[][]> parts, Optional<Exposure> exposure) {

    public Teacher {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new DistillationException("The teacher \"" + column + "\" has no prediction for any row.");
        }
    }

    /** A teacher of which each model has not seen the rows of its fold. */
    public static Teacher crossValidated(String column, List<float[][]> parts) {
        return new Teacher(column, parts, Optional.empty());
    }

    /**
     * A teacher with one prediction for each row.
     *
     * @param logits by row and class, null where missing
     */
    public static Teacher ofLogits(String column, float[][] logits, Exposure exposure) {
        return new Teacher(column, List.<float[][]>of(logits), Optional.of(exposure));
    }

    /**
     * A teacher with one prediction for each row, known by its probabilities.
     *
     * @param probabilities by row and class, of the positive class alone where there are two; null where missing
     */
    public static Teacher ofProbabilities(String column, float[][] probabilities, Exposure exposure) {
        var logits = new float[probabilities.length][];
        for (var row = 0; row < logits.length; row++) {
            logits[row] = probabilities[row] == null ? null : logits(column, row, probabilities[row]);
        }
        return ofLogits(column, logits, exposure);
    }

    private static float[] logits(String column, int row, float... probabilities) {
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new DistillationException("The teacher \"" + column + "\" should hold probabilities from 0 to 1,"
                        + " but row " + (row + 1) + " holds " + probability
                        + ". Choose a column of probabilities, or choose in the node's dialog that it holds logits.");
            }
        }
        return TrainedModel.logits(probabilities, false);
    }

    /** Whether all models of a cross-validation learn from the same predictions. */
    boolean isPlain() {
        return exposure.isPresent();
    }

    /** What the analyst should know about the rows from which the teacher has learnt. */
    Optional<String> doubt() {
        return exposure.flatMap(known -> switch (known) {
            case UNSEEN -> Optional.empty();
            case UNKNOWN ->
                Optional.of("The teacher \"" + column + "\" has one value for each row, whatever the fold: if it"
                        + " has learnt from the rows that a fold's student is tested on, the student's figures"
                        + " are too good. State in the ECG Model ONNX Reader whether a pretrained model has; a column"
                        + " \"Soft targets (…)\" does not have this weakness.");
            case SEEN ->
                Optional.of("The teacher \"" + column + "\" has learnt from rows that a fold's student is tested"
                        + " on, and passes on what it knows of them: the student's figures are too good and say"
                        + " little. Choose a teacher that has not seen these rows, or a column \"Soft targets"
                        + " (…)\".");
        });
    }

    /** Rejects a teacher that predicts the same for every row: there is nothing to learn from it. */
    void checkVaries() {
        for (var part = 0; part < parts.size(); part++) {
            var rows = parts.get(part);
            float[] first = null;
            var differs = false;
            for (var row = 0; row < rows.length && !differs; row++) {
                first = first == null ? rows[row] : first;
                differs = rows[row] != null && !Arrays.equals(first, rows[row]);
            }
            if (first == null) {
                throw new DistillationException("The teacher \"" + column
                        + "\" has no value in any row. Choose a column that the teacher has filled.");
            }
            if (!differs) {
                throw new DistillationException("The teacher \"" + column + "\" predicts the same for every row"
                        + (parts.size() == 1 ? "" : " in fold " + part)
                        + ": there is nothing to learn from it. Choose another column, or train the teacher again.");
            }
        }
    }
}
