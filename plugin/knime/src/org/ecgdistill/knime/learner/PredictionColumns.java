package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecgdistill.common.Words;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.TrainedModel;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns with a model's output: probabilities, prediction and logits, named after the target and the model. Facts of
 * the model are their properties.
 */
public final class PredictionColumns {

    private final String target;
    private final String model;
    private final List<String> classes;
    private final boolean isSingleLogit;
    private final boolean hasSeveralLabels;
    private final Map<String, String> properties;

    /**
     * @param target the label column
     * @param model as the analyst calls it
     * @param classes in the order of the logits; with a single logit the second is the positive one
     * @param properties facts of the model, for the columns
     */
    public PredictionColumns(
            String target, String model, List<String> classes, boolean isSingleLogit, Map<String, String> properties) {
        this(target, model, classes, isSingleLogit, false, properties);
    }

    private PredictionColumns(
            String target,
            String model,
            List<String> classes,
            boolean isSingleLogit,
            boolean hasSeveralLabels,
            Map<String, String> properties) {
        this.target = target;
        this.model = model;
        this.classes = List.copyOf(classes);
        this.isSingleLogit = isSingleLogit;
        this.hasSeveralLabels = hasSeveralLabels;
        this.properties = Map.copyOf(properties);
    }

    /**
     * @param model as the analyst calls it
     * @param properties facts of the model, for the columns
     */
    public static PredictionColumns of(Manifest manifest, String model, Map<String, String> properties) {
        return new PredictionColumns(
                manifest.target(),
                model,
                manifest.classes(),
                manifest.isSingleLogit(),
                manifest.hasSeveralLabels(),
                properties);
    }

    public List<DataColumnSpec> specs() {
        var specs = new ArrayList<DataColumnSpec>();
        for (var name : isSingleLogit ? classes.subList(1, 2) : classes) {
            specs.add(column(Kind.PROBABILITY.of(target, name, model), DoubleCell.TYPE));
        }
        specs.add(column(
                Kind.PREDICTION.of(target, model),
                hasSeveralLabels ? ListCell.getCollectionType(StringCell.TYPE) : StringCell.TYPE));
        if (isSingleLogit) {
            specs.add(column(Kind.LOGIT.of(model), DoubleCell.TYPE));
        } else {
            for (var name : classes) {
                specs.add(column(Kind.LOGIT.of(target, name, model), DoubleCell.TYPE));
            }
        }
        return specs;
    }

    /** Missing if the logits are not finite. */
    public List<DataCell> cells(float[] logits) {
        if (!TrainedModel.isAnswer(logits)) {
            return List.of(Cells.missing(specs().size()));
        }
        var cells = new ArrayList<DataCell>();
        var probabilities = TrainedModel.probabilities(logits, hasSeveralLabels);
        for (var i = isSingleLogit ? 1 : 0; i < probabilities.length; i++) {
            cells.add(new DoubleCell(probabilities[i]));
        }
        cells.add(
                hasSeveralLabels
                        ? applying(probabilities)
                        : new StringCell(classes.get(TrainedModel.likeliest(logits))));
        for (var logit : logits) {
            cells.add(new DoubleCell(logit));
        }
        return cells;
    }

    /** The classes with a probability of at least one half, which may be none. */
    private DataCell applying(double... probabilities) {
        return CollectionCellFactory.createListCell(IntStream.range(0, classes.size())
                .filter(type -> probabilities[type] >= 0.5)
                .mapToObj(type -> new StringCell(classes.get(type)))
                .toList());
    }

    /**
     * A sentence with the number of recordings without a prediction, if there are any.
     *
     * @param logits of all recordings
     */
    public static Optional<String> unanswered(String model, Stream<float[]> logits) {
        var rows = logits.filter(row -> !TrainedModel.isAnswer(row)).count();
        return rows == 0
                ? Optional.empty()
                : Optional.of(Words.count(rows, "recording gets", "recordings get") + " no prediction from \"" + model
                        + "\": its numbers became infinite inside the network. Check that the signals are in mV and that"
                        + " the model was trained well.");
    }

    /** Refuses a table that has columns of these names already: it would be unclear which model they belong to. */
    public static void checkNames(DataTableSpec table, List<DataColumnSpec> columns, String model)
            throws InvalidSettingsException {
        for (var column : columns) {
            if (table.containsName(column.getName())) {
                throw new InvalidSettingsException("The input table has a column \"" + column.getName()
                        + "\" already, of a model that is also called \"" + model
                        + "\". Give this model another name in the node's dialog.");
            }
        }
    }

    private DataColumnSpec column(String name, DataType type) {
        return EcgColumns.column(name, type, properties);
    }

    /** A list of all numbers of some rows, one row after the other. */
    public static DataCell list(List<float[]> rows) {
        var numbers = rows.stream().mapToInt(row -> row.length).sum();
        var all = new double[numbers];
        var at = 0;
        for (var row : rows) {
            for (var number : row) {
                all[at++] = number;
            }
        }
        return Signals.write(all);
    }
}
