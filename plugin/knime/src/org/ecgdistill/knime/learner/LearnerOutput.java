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
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.nn.Torch;
import org.ecgdistill.nn.training.CrossValidated;
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
 * What leaves a learner: the input table with a model's predictions and what students learn from, and the model.
 *
 * @param predictions the columns with the model's answers
 * @param teacher the columns for students
 */
public record LearnerOutput(PredictionColumns predictions, TeacherColumns teacher) {

    /** The table's columns before training. */
    public DataTableSpec spec(DataTableSpec table, String model) throws InvalidSettingsException {
        return spec(table, model, teacher.specs());
    }

    private DataTableSpec spec(DataTableSpec table, String model, List<DataColumnSpec> teacherSpecs)
            throws InvalidSettingsException {
        var specs = new ArrayList<>(predictions.specs());
        specs.addAll(teacherSpecs);
        PredictionColumns.checkNames(table, specs, model);
        return new DataTableSpec(table, new DataTableSpec(specs.toArray(DataColumnSpec[]::new)));
    }

    /** The input table with the answers of cross-validated models. */
    public BufferedDataTable table(
            BufferedDataTable table, LearningRows rows, CrossValidated result, ExecutionContext exec)
            throws CanceledExecutionException {
        var specs = new ArrayList<>(predictions.specs());
        specs.addAll(teacher.specs(result));
        var rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new AbstractCellFactory(specs.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(DataRow row, long number) {
                var example = rows.exampleOfRow()[Math.toIntExact(number)];
                if (example < 0) {
                    return Cells.missing(specs.size());
                }
                var cells = new ArrayList<>(predictions.cells(result.logits(example)));
                cells.addAll(teacher.cells(result, example));
                return cells.toArray(DataCell[]::new);
            }
        });
        return exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.05));
    }

    /** The model in a file store of KNIME's. */
    public static EcgModelPort port(TrainedModel model, ExecutionContext exec) throws KNIMEException {
        try {
            return EcgModelPort.of(model, exec.createFileStore("model"));
        } catch (IOException ex) {
            throw new KNIMEException(
                    "The model could not be stored: " + ex.getMessage() + ". Make sure that the disk has enough space.",
                    ex);
        }
    }

    /** Facts of a model for the comparison of models. */
    public static ModelFacts facts(Manifest manifest, boolean isOutOfFold) {
        return facts(manifest, isOutOfFold, OptionalDouble.empty(), Map.of());
    }

    /**
     * @param latency milliseconds for one prediction, where it was measured
     * @param more facts in words, such as a student's teacher
     */
    public static ModelFacts facts(
            Manifest manifest, boolean isOutOfFold, OptionalDouble latency, Map<String, String> more) {
        var network = manifest.architecture().network();
        var facts = ModelFacts.NONE
                .withOutOfFold(isOutOfFold)
                .withParameters(network.parameters())
                .withBytes(network.bytes())
                .withMultiplyAccumulates(
                        network.multiplyAccumulates(manifest.input().samples()))
                .withTrainingSeconds(manifest.provenance().seconds());
        if (latency.isPresent()) {
            facts = facts.withLatencyMillis(latency.getAsDouble());
        }
        for (var circuit : manifest.architecture().circuit().stream().toList()) {
            facts = facts.withCircuit(circuit.qubits(), circuit.depth());
        }
        var provenance = new TreeMap<>(manifest.provenance().versions());
        provenance.putAll(more);
        return facts.withProvenance(provenance);
    }

    /** What a node that runs networks tells the analyst: of the engine first, if there is anything to say. */
    public static Optional<String> warning(List<String> warnings) {
        var all = new ArrayList<String>();
        Torch.warning().ifPresent(all::add);
        all.addAll(warnings);
        return Warnings.text(all);
    }

    /** A sentence that counts the recordings for which a trained model gives no answer, if there are any. */
    public static Optional<String> unanswered(String model, LearningRows rows, CrossValidated result) {
        return PredictionColumns.unanswered(
                model, IntStream.range(0, rows.examples().rows()).mapToObj(result::logits));
    }
}
