package org.ecgdistill.knime.predictor;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.PredictionColumns;
import org.ecgdistill.knime.learner.RecordingReader;
import org.ecgdistill.knime.learner.Recordings;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.EcgModel;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.nn.Inference;
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
        var specs = columns(model.manifest().get()).specs();
        PredictionColumns.checkNames(table, specs, name(model.manifest().get()));
        return new DataTableSpec(table, new DataTableSpec(specs.toArray(DataColumnSpec[]::new)));
    }

    void execute(EcgModel model, BufferedDataTable table, ExecuteOutput out, ExecutionContext exec, Progress progress)
            throws CanceledExecutionException, InvalidSettingsException {
        var spec = table.getDataTableSpec();
        configure(EcgModelSpec.of(model.manifest()), spec);
        var recordings = RecordingReader.read(
                table, parameters.m_signals, model.manifest().input(), progress.part(0, 0.3));
        var result = model.run(
                recordings.inputs(),
                Processor.AUTO,
                Runtime.getRuntime().availableProcessors(),
                progress.part(0.3, 0.95));
        var warnings = new ArrayList<>(recordings.warnings());
        PredictionColumns.unanswered(name(model.manifest()), Stream.of(result.outputs()))
                .ifPresent(warnings::add);
        var rearranger = new ColumnRearranger(spec);
        rearranger.append(cells(columns(model.manifest()), recordings, result));
        out.setOutData(0, exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.05)));
        LearnerOutput.warning(warnings).ifPresent(out::setWarningMessage);
    }

    private static AbstractCellFactory cells(
            PredictionColumns columns, Recordings recordings, Inference.Result result) {
        var specs = columns.specs();
        return new AbstractCellFactory(specs.toArray(DataColumnSpec[]::new)) {
            @Override
            public DataCell[] getCells(DataRow row, long number) {
                var recording = recordings.ofRow()[Math.toIntExact(number)];
                return recording < 0
                        ? Cells.missing(specs.size())
                        : columns.cells(result.outputs()[recording]).toArray(DataCell[]::new);
            }
        };
    }

    private PredictionColumns columns(Manifest manifest) {
        return new PredictionColumns(
                manifest.target(),
                name(manifest),
                manifest.classes(),
                manifest.isSingleLogit(),
                LearnerOutput.facts(manifest, false).toProperties());
    }

    private String name(Manifest manifest) {
        return parameters.name().orElse(manifest.name());
    }
}
