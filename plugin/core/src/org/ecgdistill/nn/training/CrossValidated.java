package org.ecgdistill.nn.training;

import java.util.List;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.Weights;

/**
 * The result of a cross-validation.
 *
 * @param whole the model of all rows
 * @param folds the model of each fold, which has not seen that fold; empty without folds
 * @param wholeResult the predictions of the model of all rows for the rows it has learnt from
 * @param foldResults each fold's model's predictions for every row: the soft targets of students
 * @param foldOfRow the fold of each row, -1 for a row in no fold; empty without folds
 */
public record CrossValidated(
        Trained whole,
        List<Trained> folds,
        Inference.Result wholeResult,
        List<Inference.Result> foldResults,
        int[] foldOfRow) {

    public CrossValidated {
        folds = List.copyOf(folds);
        foldResults = List.copyOf(foldResults);
    }

    /** The same with other numbers for the model of all rows: those of the whole network where only its head was trained. */
    public CrossValidated withWhole(Weights weights) {
        return new CrossValidated(whole.with(weights), folds, wholeResult, foldResults, foldOfRow);
    }

    /** The same with the attention of all models, which is the same for models that share all but their last layer. */
    public CrossValidated withAttention(float[][] attention) {
        return new CrossValidated(
                whole,
                folds,
                wholeResult.withAttention(attention),
                foldResults.stream()
                        .map(result -> result.withAttention(attention))
                        .toList(),
                foldOfRow);
    }

    /** Whether predictions come from models that have not seen their row. */
    public boolean isOutOfFold() {
        return !folds.isEmpty();
    }

    /**
     * The logits of a row: of the model that has not seen its fold; of all fold models on average for a row that no
     * model has seen; without folds of the model that has learnt from it.
     */
    public float[] logits(int row) {
        if (!isOutOfFold()) {
            return wholeResult.outputs()[row];
        }
        if (foldOfRow[row] >= 0) {
            return foldResults.get(foldOfRow[row]).outputs()[row];
        }
        var mean = new float[wholeResult.outputs()[row].length];
        for (var result : foldResults) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += result.outputs()[row][i] / foldResults.size();
            }
        }
        return mean;
    }
}
