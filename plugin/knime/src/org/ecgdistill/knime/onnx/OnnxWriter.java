package org.ecgdistill.knime.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.distill.QuantisationCheck;
import org.ecgdistill.evaluation.metrics.Metric;
import org.ecgdistill.evaluation.metrics.MetricValue;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.common.TextReader;
import org.ecgdistill.knime.common.Warnings;
import org.ecgdistill.knime.learner.LearnerOutput;
import org.ecgdistill.knime.learner.RecordingReader;
import org.ecgdistill.knime.learner.SignalColumns;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.ecgdistill.model.EcgModel;
import org.ecgdistill.model.Manifest;
import org.ecgdistill.model.ModelException;
import org.ecgdistill.model.TrainedModel;
import org.ecgdistill.model.onnx.OnnxFile;
import org.ecgdistill.model.onnx.Quantised;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteOutput;

/** Joins model, table and file: what the node does, once it knows its parameters. */
final class OnnxWriter {

    /** One row for each measure. */
    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.text("Measure"),
            EcgColumns.number("As trained"),
            EcgColumns.number("In the file"),
            EcgColumns.number("Difference"));

    private static final List<Metric> SHOWN =
            List.of(Metric.AUROC, Metric.MCC, Metric.F1, Metric.BALANCED_ACCURACY, Metric.ACCURACY, Metric.LOG_LOSS);
    private static final MetricValue UNKNOWN = MetricValue.missing("no row could be used");

    private final OnnxWriterParameters parameters;

    OnnxWriter(OnnxWriterParameters parameters) {
        this.parameters = parameters;
    }

    DataTableSpec configure(EcgModelSpec model, DataTableSpec table) throws InvalidSettingsException {
        SignalColumns.of(table, parameters.m_signals);
        ColumnRole.LABEL.find(table, parameters.m_label);
        return SPEC;
    }

    /** Refuses a model that was trained elsewhere: it was an ONNX file before. */
    static TrainedModel trained(EcgModel model) {
        if (model instanceof TrainedModel trained) {
            return trained;
        }
        throw new ModelException("The model \"" + model.manifest().name()
                + "\" was read from an ONNX file: use that file. Connect the model of a KD Student Learner.");
    }

    void execute(
            TrainedModel model, BufferedDataTable table, ExecuteOutput out, ExecutionContext exec, Progress progress)
            throws KNIMEException, InvalidSettingsException {
        var spec = table.getDataTableSpec();
        configure(EcgModelSpec.of(model.manifest()), spec);
        var recordings = RecordingReader.read(
                table, parameters.m_signals, model.manifest().input(), progress.part(0, 0.3));
        var labels = TextReader.read(table, progress.part(0.3, 0.4), ColumnRole.LABEL.find(spec, parameters.m_label))
                .get(0);
        var rows = LabelledRows.of(model.manifest(), recordings, labels);
        var quantised = Quantised.of(model);
        var isWhole = parameters.m_precision == OnnxWriterParameters.WeightFormat.WHOLE;
        var bytes = isWhole ? OnnxFile.bytes(model) : OnnxFile.bytes(model, quantised);
        var check = rows.map(some -> QuantisationCheck.of(
                model,
                isWhole ? model : quantised.apply(model),
                some,
                Runtime.getRuntime().availableProcessors(),
                progress.part(0.4, 0.9)));
        var warnings = new ArrayList<>(recordings.warnings());
        if (check.isEmpty()) {
            warnings.add(unchecked(model.manifest()));
        }
        if (parameters.hasFile()) {
            Places.open(parameters.file(), file -> OnnxFile.write(bytes, file));
        } else {
            warnings.add("No file is chosen: nothing was written.");
        }
        out.setOutData(0, report(check, OnnxFile.bytes(model).length, bytes.length, exec));
        (check.isEmpty() ? Warnings.text(warnings) : LearnerOutput.warning(warnings)).ifPresent(out::setWarningMessage);
    }

    private static String unchecked(Manifest manifest) {
        return "The loss of accuracy in the file is unknown: no row has both a signal and one of the model's labels "
                + String.join(", ", manifest.classes()) + ". Choose the label column \""
                + manifest.target() + "\", and rows like those that the model was trained on.";
    }

    private static BufferedDataTable report(
            Optional<QuantisationCheck> check, int bytes, int bytesInFile, ExecutionContext exec) {
        try (var table = new TableWriter(exec, SPEC)) {
            for (var metric : SHOWN) {
                var before = check.map(found -> found.before().get(metric)).orElse(UNKNOWN);
                var after = check.map(found -> found.after().get(metric)).orElse(UNKNOWN);
                table.add(
                        new StringCell(metric.title()),
                        Cells.of(before),
                        Cells.of(after),
                        Cells.of(after.minus(before)));
            }
            check.ifPresent(found -> {
                add(table, "Same prediction (share of rows)", 1, found.samePredictions());
                add(table, "Largest change of a logit", 0, found.largestChange());
            });
            add(table, "Size of the file (bytes)", bytes, bytesInFile);
            return table.finish();
        }
    }

    private static void add(TableWriter table, String name, double before, double after) {
        table.add(new StringCell(name), new DoubleCell(before), new DoubleCell(after), new DoubleCell(after - before));
    }
}
