package org.ecgdistill.evaluation.study;

import java.util.List;
import java.util.Optional;

/**
 * A row worth looking at: all models got it wrong, or one alone did.
 *
 * @param place of the row among the cases, from 0
 * @param onlyModel the one model that got it wrong; empty where all did
 * @param predictions the class that each model predicted, in the order of the models
 */
public record ErrorRow(
        int place,
        String key,
        String label,
        Optional<Integer> fold,
        Optional<String> subject,
        Optional<String> onlyModel,
        List<String> predictions) {

    public boolean allModels() {
        return onlyModel.isEmpty();
    }
}
