package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.evaluation.study.Exposure;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.PredictionNames;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;

/**
 * The probabilities that models from elsewhere have added to a table (ECG Model Predictor): the properties of their columns
 * show where these models come from.
 */
final class PretrainedColumns {

    private PretrainedColumns() {}

    static ModelFacts facts(DataColumnSpec column) {
        return ModelFacts.fromProperties(EcgColumns.properties(column));
    }

    /** Whether a model was trained elsewhere. */
    static boolean isPretrained(ModelFacts facts) {
        return facts.exposure() != Exposure.UNKNOWN || facts.provenance().containsKey(LearnerOutput.TRAINED_ON);
    }

    /** The columns with probabilities of the first such model. */
    static List<String> ofFirst(DataTableSpec table) {
        var names = PredictionNames.of(table, List.of());
        var columns = new ArrayList<String>();
        Optional<String> model = Optional.empty();
        for (var column : table) {
            if (!Kind.PROBABILITY.includes(column.getName())
                    || !column.getType().isCompatible(DoubleValue.class)
                    || !isPretrained(facts(column))) {
                continue;
            }
            var writer = names.modelOf(column.getName());
            if (model.isEmpty() || model.get().equals(writer)) {
                model = Optional.of(writer);
                columns.add(column.getName());
            }
        }
        return columns;
    }

    /**
     * Of some columns those that a student can learn from, in the order of its classes: that of the positive class, or those
     * of all classes; empty if the model lacks one of them.
     */
    static List<String> forClasses(DataTableSpec table, List<String> columns, LabelCode code) {
        var names = PredictionNames.of(table, code.classes());
        var wanted = code.logits() == 1 ? code.classes().subList(1, 2) : code.classes();
        var chosen = new ArrayList<String>();
        for (var type : wanted) {
            columns.stream()
                    .filter(column -> names.ofClass(column)
                            .filter(name -> name.type().equals(type))
                            .isPresent())
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        return chosen.size() == wanted.size() ? chosen : List.of();
    }
}
