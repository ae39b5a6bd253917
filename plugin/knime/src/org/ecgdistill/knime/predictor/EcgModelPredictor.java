package org.ecgdistill.knime.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.PredictionNames.Kind;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.RecordingReader;
import org.ecgdistill.knime.learner.Recordings;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.EcgModel;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.OnnxForm;
import org.ecgdistill.model.OnnxModel;
import org.ecgdistill.model.Predictions;
import org.ecgdistill.nn.Processor;
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
import org.knime.node.DefaultModel.ExecuteOutput;

/** Joins table and model: what the node does, once it knows its parameters. */
final class EcgModelPredictor {

    private final EcgModelPredictorParameters parameters;

    EcgModelPredictor(EcgModelPredictorParameters parameters) {
        this.parameters = parameters;
    }

    /** The table with the new columns; null while the model is not trained. */
    DataTableSpec configure(EcgModelSpec model, DataTableSpec table) throws InvalidSettingsException {
        SignalColumns.of(table, parameters.m_signals);
        if (model.manifest().isEmpty()) {
            return null;
        }
        var manifest = model.manifest().get();
        var specs = specs(manifest, columns(manifest, OptionalDouble.empty()));
        PredictionColumns.checkNames(table, specs, name(manifest));
        return new DataTableSpec(table, new DataTableSpec(specs.toArray(DataColumnSpec[]::new)));
    }

    void execute(EcgModel model, BufferedDataTable table, ExecuteOutput out, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, InvalidSettingsException {
        var spec = table.getDataTableSpec();
        configure(EcgModelSpec.of(model.manifest()), spec);
        var manifest = model.manifest();
        var part = progress.part(0, 0.95);
        var reached = new double[1];
        Progress computing = (fraction, message) -> part.report(reached[0], message);
        var predictions =
                new Predictions(model, Processor.AUTO, Runtime.getRuntime().availableProcessors(), computing);
        var recordings = RecordingReader.read(
                table, parameters.m_signals, manifest.input(), predictions::add, (fraction, message) -> {
                    reached[0] = fraction;
                    part.report(fraction, message);
                });
        predictions.finish();
        var latency = latency(model, predictions, computing);
        var warnings = new ArrayList<>(recordings.warnings());
        PredictionColumns.unanswered(name(manifest), predictions.logits().stream())
                .ifPresent(warnings::add);
        var rearranger = new ColumnRearranger(spec);
        rearranger.append(cells(manifest, latency, recordings, predictions));
        out.setOutData(0, exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.05)));
        LearnerOutput.warning(warnings).ifPresent(out::setWarningMessage);
    }

    /** Learners measure that of their own models. */
    private static OptionalDouble latency(EcgModel model, Predictions predictions, Progress progress) {
        return model instanceof OnnxModel pretrained
                ? predictions.latency(window -> pretrained.latency(window, progress))
                : OptionalDouble.empty();
    }

    private AbstractCellFactory cells(
            Manifest manifest, OptionalDouble latency, Recordings recordings, Predictions predictions) {
        var columns = columns(manifest, latency);
        var specs = specs(manifest, columns);
        var logits = predictions.logits();
        var features = predictions.features();
        return new AbstractCellFactory(specs.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(DataRow row, long number) {
                var recording = recordings.ofRow()[Math.toIntExact(number)];
                if (recording < 0) {
                    return Cells.missing(specs.size());
                }
                var cells = new ArrayList<>(columns.cells(logits.get(recording)));
                if (hasFeatures(manifest)) {
                    cells.add(PredictionColumns.list(List.of(features.get(recording))));
                }
                return cells.toArray(DataCell[]::new);
            }
        };
    }

    /** The new columns. */
    private List<DataColumnSpec> specs(Manifest manifest, PredictionColumns columns) {
        var specs = new ArrayList<>(columns.specs());
        if (hasFeatures(manifest)) {
            specs.add(EcgColumns.column(Kind.FEATURES.of(name(manifest)), Signals.TYPE));
        }
        return specs;
    }

    /** Whether a network that was trained elsewhere also gives features. */
    private static boolean hasFeatures(Manifest manifest) {
        return manifest.architecture().form() instanceof OnnxForm form
                && form.features().isPresent();
    }

    private PredictionColumns columns(Manifest manifest, OptionalDouble latency) {
        return PredictionColumns.of(
                manifest,
                name(manifest),
                LearnerOutput.facts(manifest, false, latency, Map.of()).toProperties());
    }

    private String name(Manifest manifest) {
        return parameters.name().orElse(manifest.name());
    }
}
