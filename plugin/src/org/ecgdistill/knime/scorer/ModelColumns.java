package org.ecgdistill.knime.scorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/**
 * The columns that one model wrote: probabilities "P (label=class) (NAME)" and a prediction "Prediction (label) (NAME)".
 *
 * @param classes that have a probability column
 * @param probabilities indices of these columns
 * @param prediction index of the prediction column, -1 without
 */
record ModelColumns(String name, List<String> classes, int[] probabilities, int prediction, ModelFacts facts) {

    private static final String NAMELESS = "Model";

    /** All models of a table that predict this label, in the order of their columns. */
    static List<ModelColumns> find(final DataTableSpec table, final String label) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (var i = 0; i < table.getNumColumns(); i++) {
            var column = table.getColumnSpec(i);
            var probability = "P (" + label + "=";
            var prediction = "Prediction (" + label + ")";
            if (column.getName().startsWith(probability) && column.getType().isCompatible(DoubleValue.class)) {
                var rest = column.getName().substring(probability.length());
                var end = end(rest);
                if (end >= 0) {
                    var model = found.computeIfAbsent(rest.substring(end + 1), suffix -> new Found());
                    model.classes.add(rest.substring(0, end));
                    model.probabilities.add(i);
                    model.take(column);
                }
            } else if (column.getName().startsWith(prediction)
                    && column.getType().isCompatible(StringValue.class)) {
                var model =
                        found.computeIfAbsent(column.getName().substring(prediction.length()), suffix -> new Found());
                model.prediction = i;
                model.take(column);
            }
        }
        var models = new ArrayList<ModelColumns>();
        found.forEach((suffix, columns) -> models.add(columns.named(name(suffix))));
        return models;
    }

    /** Where the bracket that was open before this text is closed; a class may have brackets in its own name. -1 if nowhere. */
    private static int end(final String text) {
        var open = 1;
        for (var i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The name in a suffix: " (ResNet-1D)", "_RF", or nothing. */
    private static String name(final String suffix) {
        var name = suffix.strip();
        if (name.startsWith("(") && name.endsWith(")")) {
            name = name.substring(1, name.length() - 1);
        }
        name = name.replaceFirst("^_+", "").strip();
        return name.isEmpty() ? NAMELESS : name;
    }

    /** A model whose columns are still being found. */
    private static final class Found {
        private final List<String> classes = new ArrayList<>();
        private final List<Integer> probabilities = new ArrayList<>();
        private final Map<String, String> properties = new TreeMap<>();
        private int prediction = -1;

        void take(final DataColumnSpec column) {
            var all = column.getProperties();
            for (var key : Collections.list(all.properties())) {
                properties.put(key, all.getProperty(key));
            }
        }

        ModelColumns named(final String name) {
            return new ModelColumns(
                    name,
                    List.copyOf(classes),
                    probabilities.stream().mapToInt(Integer::intValue).toArray(),
                    prediction,
                    ModelFacts.fromProperties(properties));
        }
    }
}
