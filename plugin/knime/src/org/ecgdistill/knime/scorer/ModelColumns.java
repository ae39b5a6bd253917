package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.PredictionNames;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/**
 * The columns that one model wrote: probabilities "P (label=class) (NAME)" and a prediction "Prediction (label) (NAME)".
 *
 * @param classes that have a probability column
 * @param probabilities indices of these columns
 * @param prediction index of the prediction column, if there is one
 */
record ModelColumns(String name, List<String> classes, int[] probabilities, OptionalInt prediction, ModelFacts facts) {

    private static final String NAMELESS = "Model";

    /** All models of a table that predict this label, in the order of their columns. */
    static List<ModelColumns> find(DataTableSpec table, String label) {
        var prediction = PredictionNames.Kind.PREDICTION.of(label);
        var names = PredictionNames.of(table, labels(table, label));
        var found = new LinkedHashMap<String, Found>();
        for (var i = 0; i < table.getNumColumns(); i++) {
            var column = table.getColumnSpec(i);
            if (column.getType().isCompatible(DoubleValue.class)) {
                var index = i;
                names.probability(column.getName(), label).ifPresent(parts -> {
                    var model = found.computeIfAbsent(parts.suffix(), suffix -> new Found());
                    model.classes.add(parts.type());
                    model.probabilities.add(index);
                    model.properties.putAll(EcgColumns.properties(column));
                });
            } else if (isPrediction(column, prediction)) {
                var model =
                        found.computeIfAbsent(column.getName().substring(prediction.length()), suffix -> new Found());
                model.prediction = OptionalInt.of(i);
                model.properties.putAll(EcgColumns.properties(column));
            }
        }
        var models = new ArrayList<ModelColumns>();
        found.forEach((suffix, columns) -> models.add(columns.named(name(suffix))));
        return models;
    }

    private static boolean isPrediction(DataColumnSpec column, String prediction) {
        return column.getName().startsWith(prediction) && column.getType().isCompatible(StringValue.class);
    }

    /** The classes, as far as the table knows them before its rows are read. */
    private static Set<String> labels(DataTableSpec table, String label) {
        var values = table.getColumnSpec(label).getDomain().getValues();
        return values == null
                ? Set.of()
                : values.stream().map(DataCell::toString).collect(Collectors.toSet());
    }

    private static String name(String suffix) {
        var name = PredictionNames.model(suffix);
        return name.isEmpty() ? NAMELESS : name;
    }

    /** A model whose columns are still being found. */
    private static final class Found {
        private final List<String> classes = new ArrayList<>();
        private final List<Integer> probabilities = new ArrayList<>();
        private final Map<String, String> properties = new TreeMap<>();
        private OptionalInt prediction = OptionalInt.empty();

        ModelColumns named(String name) {
            return new ModelColumns(
                    name,
                    List.copyOf(classes),
                    probabilities.stream().mapToInt(Integer::intValue).toArray(),
                    prediction,
                    ModelFacts.fromProperties(properties));
        }
    }
}
