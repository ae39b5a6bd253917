package org.ecgdistill.evaluation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.metrics.ScoredRows;

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

    private static final String NO_LABEL = "another class";

    /** The rows that all models or one alone got wrong. */
    static List<ErrorRow> of(CommonRows common, List<String> names, List<ScoredRows> models) {
        var errors = new ArrayList<ErrorRow>();
        for (var i = 0; i < common.size(); i++) {
            var wrong = 0;
            var lastWrong = -1;
            for (var m = 0; m < models.size(); m++) {
                if (models.get(m).predicted()[i] != common.actual()[i]) {
                    wrong++;
                    lastWrong = m;
                }
            }
            if (wrong == models.size() || wrong == 1) {
                var only = wrong == models.size() ? Optional.<String>empty() : Optional.of(names.get(lastWrong));
                errors.add(row(common, i, only, models));
            }
        }
        return List.copyOf(errors);
    }

    private static ErrorRow row(CommonRows common, int i, Optional<String> only, List<ScoredRows> models) {
        var cases = common.cases();
        var place = common.row()[i];
        var classes = common.classes().names();
        return new ErrorRow(
                place,
                cases.key(place),
                cases.label(place).orElseThrow(),
                common.hasFolds() ? cases.fold(place) : Optional.empty(),
                common.hasSubjects() ? cases.subject(place) : Optional.empty(),
                only,
                models.stream()
                        .map(model -> model.predicted()[i])
                        .map(predicted -> predicted < classes.size() ? classes.get(predicted) : NO_LABEL)
                        .toList());
    }

    public boolean allModels() {
        return onlyModel.isEmpty();
    }
}
