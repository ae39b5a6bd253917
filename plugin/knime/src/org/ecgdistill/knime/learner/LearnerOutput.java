package org.ecgdistill.knime.learner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecgdistill.evaluation.study.ModelFacts;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.Warnings;
import org.ecgdistill.knime.model.EcgModelPort;
import org.ecgdistill.model.EcgModel;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.nn.NetworkForm;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.LabelCode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * The columns that a learner adds to its table: the predictions of models, one after the other, and what students learn
 * from the first.
 *
 * @param models their names, in the order of their columns
 * @param hasFeatures whether the first has a bottleneck whose activations are kept
 * @param hasAttention whether the attention of the first over time is kept
 */
public record LearnerOutput(List<String> models, boolean hasFeatures, boolean hasAttention) {

    /** The data that a model from elsewhere has learnt from, among the facts of such a model; always there. */
    static final String TRAINED_ON = "Trained on";

    public LearnerOutput {
        models = List.copyOf(models);
    }

    public LearnerOutput(List<String> models) {
        this(models, false, false);
    }

    /**
     * The table's columns before training.
     *
     * @throws InvalidSettingsException if the table has a column of one of these names
     */
    public DataTableSpec spec(DataTableSpec table, String target, LabelCode code) throws InvalidSettingsException {
        var specs = new ArrayList<DataColumnSpec>();
        for (var model : models) {
            var columns = columns(target, model, code, Map.of()).specs();
            PredictionColumns.checkNames(table, columns, model);
            specs.addAll(columns);
        }
        var columns = teacher(code).specs();
        PredictionColumns.checkNames(table, columns, models.get(0));
        specs.addAll(columns);
        return new DataTableSpec(table, new DataTableSpec(specs.toArray(DataColumnSpec[]::new)));
    }

    /** The input table with the predictions of cross-validated models. */
    BufferedDataTable table(BufferedDataTable table, LearningRows rows, List<LearntModel> learnt, ExecutionContext exec)
            throws CanceledExecutionException {
        var first = learnt.get(0).result();
        var teacher = teacher(rows.code());
        var columns = new ArrayList<PredictionColumns>();
        for (var model : learnt) {
            var properties = model.facts().toProperties();
            columns.add(columns(model.manifest().target(), model.name(), rows.code(), properties));
        }
        var specs = new ArrayList<DataColumnSpec>();
        columns.forEach(column -> specs.addAll(column.specs()));
        specs.addAll(teacher.specs(first));
        var rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new AbstractCellFactory(specs.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(DataRow row, long number) {
                var example = rows.exampleOfRow()[Math.toIntExact(number)];
                if (example < 0) {
                    return Cells.missing(specs.size());
                }
                var cells = new ArrayList<DataCell>();
                for (var i = 0; i < learnt.size(); i++) {
                    cells.addAll(columns.get(i).cells(learnt.get(i).result().logits(example)));
                }
                cells.addAll(teacher.cells(first, example));
                return cells.toArray(DataCell[]::new);
            }
        });
        return exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.05));
    }

    private static PredictionColumns columns(
            String target, String model, LabelCode code, Map<String, String> properties) {
        return new PredictionColumns(target, model, code.classes(), code.logits() == 1, properties);
    }

    private TeacherColumns teacher(LabelCode code) {
        return new TeacherColumns(models.get(0), code.classes(), hasFeatures, hasAttention);
    }

    /** The model in one of KNIME's file stores. */
    public static EcgModelPort port(EcgModel model, ExecutionContext exec) throws KNIMEException {
        try {
            return EcgModelPort.of(model, exec.createFileStore("model"));
        } catch (IOException ex) {
            throw new KNIMEException(
                    "The model could not be stored: " + ex.getMessage() + ". Make sure that the disk has enough space.",
                    ex);
        }
    }

    /**
     * Facts of a model for comparisons.
     *
     * @param latency milliseconds for one prediction, if it was measured
     * @param more facts in words, such as a student's teacher
     */
    public static ModelFacts facts(
            Manifest manifest, boolean isOutOfFold, OptionalDouble latency, Map<String, String> more) {
        var form = manifest.architecture().form();
        var origin = manifest.provenance();
        var facts = ModelFacts.NONE
                .withOutOfFold(isOutOfFold)
                .withExposure(origin.exposure())
                .withParameters(form.parameters())
                .withBytes(form.bytes());
        var operations = form.multiplyAccumulates(manifest.input().samples());
        if (operations.isPresent()) {
            facts = facts.withMultiplyAccumulates(operations.getAsLong());
        }
        var isFromHere = form instanceof NetworkForm;
        // How long the training of a model from elsewhere took is unknown.
        if (isFromHere) {
            facts = facts.withTrainingSeconds(origin.seconds());
        }
        if (latency.isPresent()) {
            facts = facts.withLatencyMillis(latency.getAsDouble());
        }
        for (var circuit : manifest.architecture().circuit().stream().toList()) {
            facts = facts.withCircuit(circuit.qubits(), circuit.depth());
        }
        var provenance = new TreeMap<>(origin.versions());
        if (!isFromHere) {
            provenance.put(TRAINED_ON, origin.trainedOn().isEmpty() ? "not stated" : origin.trainedOn());
        }
        provenance.putAll(more);
        return facts.withProvenance(provenance);
    }

    /** The warnings of a node that runs networks, those about the engine first. */
    public static Optional<String> warning(List<String> warnings) {
        var all = new ArrayList<String>();
        Torch.warning().ifPresent(all::add);
        all.addAll(warnings);
        return Warnings.text(all);
    }

    /** A sentence that counts the recordings without a prediction from a trained model, if there are any. */
    static Optional<String> unanswered(LearntModel model, LearningRows rows) {
        return PredictionColumns.unanswered(
                model.name(), IntStream.range(0, rows.examples().rows()).mapToObj(model.result()::logits));
    }
}
