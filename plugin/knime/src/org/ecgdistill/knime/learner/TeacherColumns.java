package org.ecgdistill.knime.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecgdistill.common.Json;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.nn.Inference;
import org.ecgdistill.nn.training.CrossValidated;
import org.ecgdistill.nn.training.Trained;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;

/**
 * What students learn from: for every row the output of each fold's model, one fold after the other, whether or not the
 * row lies in the fold. A student of fold f may only look at fold f's part, made by the teacher that has not seen fold f.
 * Without folds there is one part, of the model of all rows.
 *
 * <p>Soft targets hold the logits of each part. Features, where the model has a bottleneck, hold its activations; the
 * final layers that turn them into logits lie beside them as a property, so that a student can take one over. Attention,
 * if selected, holds the attention of each part over time.
 */
public final class TeacherColumns {

    /** How many parts a list has. */
    public static final String FOLDS = "ecgdistill.folds";

    /** How many numbers each part has. */
    public static final String WIDTH = "ecgdistill.width";

    /** The classes of the logits, as JSON. */
    public static final String CLASSES = "ecgdistill.classes";

    /** Of each fold the final layer as JSON: for each logit the weights of the features, then the constant. */
    public static final String FINAL_LAYERS = "ecgdistill.finalLayers";

    private final String model;
    private final List<String> classes;
    private final boolean hasFeatures;
    private final boolean hasAttention;

    /**
     * @param hasFeatures whether the model has a bottleneck whose activations are kept
     * @param hasAttention whether the model's attention over time is kept
     */
    public TeacherColumns(String model, List<String> classes, boolean hasFeatures, boolean hasAttention) {
        this.model = model;
        this.classes = List.copyOf(classes);
        this.hasFeatures = hasFeatures;
        this.hasAttention = hasAttention;
    }

    /** The columns as far as they are known before training. */
    public List<DataColumnSpec> specs() {
        return specs(Map.of(), Map.of(), Map.of());
    }

    public List<DataColumnSpec> specs(CrossValidated result) {
        var parts = parts(result);
        var soft = properties(parts, parts.get(0).outputs()[0].length);
        var features = properties(parts, parts.get(0).features()[0].length);
        if (hasFeatures) {
            features.put(FINAL_LAYERS, Json.write(finalLayers(result)));
        }
        var attention = hasAttention ? properties(parts, parts.get(0).attention()[0].length) : Map.<String, String>of();
        return specs(soft, features, attention);
    }

    private List<DataColumnSpec> specs(
            Map<String, String> soft, Map<String, String> features, Map<String, String> attention) {
        var specs = new ArrayList<DataColumnSpec>();
        specs.add(EcgColumns.column(Kind.SOFT_TARGETS.of(model), Signals.TYPE, soft));
        if (hasFeatures) {
            specs.add(EcgColumns.column(Kind.FEATURES.of(model), Signals.TYPE, features));
        }
        if (hasAttention) {
            specs.add(EcgColumns.column(Kind.ATTENTION.of(model), Signals.TYPE, attention));
        }
        return specs;
    }

    public List<DataCell> cells(CrossValidated result, int row) {
        var cells = new ArrayList<DataCell>();
        var parts = parts(result);
        cells.add(PredictionColumns.list(
                parts.stream().map(part -> part.outputs()[row]).toList()));
        if (hasFeatures) {
            cells.add(PredictionColumns.list(
                    parts.stream().map(part -> part.features()[row]).toList()));
        }
        if (hasAttention) {
            cells.add(PredictionColumns.list(
                    parts.stream().map(part -> part.attention()[row]).toList()));
        }
        return cells;
    }

    private Map<String, String> properties(List<Inference.Result> parts, int width) {
        var properties = new TreeMap<String, String>();
        properties.put(FOLDS, Integer.toString(parts.size()));
        properties.put(WIDTH, Integer.toString(width));
        properties.put(CLASSES, Json.write(classes));
        return properties;
    }

    private static List<Inference.Result> parts(CrossValidated result) {
        return result.isOutOfFold() ? result.foldResults() : List.of(result.wholeResult());
    }

    private static List<double[][]> finalLayers(CrossValidated result) {
        return (result.isOutOfFold() ? result.folds() : List.of(result.whole()))
                .stream().map(TeacherColumns::finalLayer).toList();
    }

    private static double[][] finalLayer(Trained trained) {
        var weight = trained.weights().tensors().get("dense.weight");
        var bias = trained.weights().tensors().get("dense.bias").values();
        var inputs = (int) weight.shape()[1];
        return IntStream.range(0, bias.length)
                .mapToObj(logit -> IntStream.rangeClosed(0, inputs)
                        .mapToDouble(i -> i < inputs ? weight.values()[logit * inputs + i] : bias[logit])
                        .toArray())
                .toArray(double[][]::new);
    }
}
