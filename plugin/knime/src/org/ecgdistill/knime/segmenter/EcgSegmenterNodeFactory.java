package org.ecgdistill.knime.segmenter;

import java.util.Optional;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.common.Warnings;
import org.ecgdistill.knime.views.ChartViews;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECG Segmenter; {@link org.ecgdistill.signal.segment.RecordSegmenter} cuts the records. */
public final class EcgSegmenterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Segmenter")
            .icon("../../../../icons/segmenter.png")
            .shortDescription("Cuts ECG records into labelled windows, around beats or of fixed length.")
            .fullDescription("""
                Cuts the signals of a table into windows, one row for each window and lead.
                <p><b>Around beats</b>, a window has the R peak of a beat at a fixed position, usually 256 samples from
                128 before the R peak to 127 after it. The annotations table gives the beats and the class of each
                window. If no annotations are connected, a Pan-Tompkins detector finds the R peaks, and windows keep the
                class of their record.</p>
                <p><b>Of fixed length</b>, windows follow each other from the start of the record. A window is normal if
                all annotated beats in it are; otherwise it has the most frequent class of its other beats. In a record
                without annotations, windows keep its class.</p>
                <p>All columns of a record are repeated in the rows of its windows, so that windows of one person stay
                together when folds are assigned. The column Window has the same name for all leads of a record at one
                time: choose it as record column if a learner uses several leads.</p>
                <p>A pretrained teacher often needs a longer stretch than its student. With <b>Wider window</b>, the
                column Context holds the seconds around each window at the sampling rate of the record, in mV and not
                brought to a common scale; the teacher prepares them itself. Choose the column as signal column of the
                ECG Model Predictor.</p>
                <p>Windows that extend beyond an end of the record are left out, and a warning gives their number.
                Denoise records before you cut them: in a short window, slow wander cannot be distinguished from the
                heart's signal.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable("Records", "Rows with a signal, its sampling rate and its record.")
                    .addInputPort(
                            "Annotations",
                            "Rows with the record, the time (s) and the symbol of each beat, as in the output of the"
                                    + " ECG Reader and the ECG Generator. Optional: without it, beats are detected.",
                            BufferedDataTable.TYPE_OPTIONAL)
                    .addOutputTable(
                            "Windows",
                            "One row for each window and lead: the columns of its record with the window as signal,"
                                    + " the window's name, start and R peak (samples in the record), its class and symbol,"
                                    + " and optionally RR intervals, a wider window and the signal's quality."))
            .model(model -> model.parametersClass(EcgSegmenterParameters.class)
                    .configure(EcgSegmenterNodeFactory::configure)
                    .execute(EcgSegmenterNodeFactory::execute))
            .addView(ChartViews::beats)
            .nodeType(NodeType.Manipulator)
            .keywords("beat", "heartbeat", "window", "R peak", "QRS", "Pan-Tompkins", "AAMI", "RR interval", "split");

    public EcgSegmenterNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgSegmenterParameters parameters = in.getParameters();
        out.setOutSpec(0, NodeWork.plan(() -> {
            parameters.check();
            var annotations = Optional.ofNullable(in.getInTableSpec(1)).filter(table -> parameters.takesAnnotations());
            if (annotations.isPresent()) {
                BeatMarks.Columns.of(annotations.get(), parameters);
            }
            return windowTable(in.getInTableSpec(0), parameters, annotations.isPresent())
                    .spec();
        }));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgSegmenterParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        var records = in.getInTable(0);
        var annotations = Optional.ofNullable(in.getInTable(1)).filter(table -> parameters.takesAnnotations());
        NodeWork.run(exec, progress -> {
            var spec = records.getDataTableSpec();
            var table = windowTable(spec, parameters, annotations.isPresent());
            Optional<BeatMarks> marks = Optional.empty();
            if (annotations.isPresent()) {
                var columns = BeatMarks.Columns.of(annotations.get().getDataTableSpec(), parameters);
                marks = Optional.of(BeatMarks.read(annotations.get(), columns, progress.part(0, 0.1)));
            }
            var segmenter = new EcgSegmenter(parameters, SegmenterColumns.of(spec, parameters), table, marks);
            try (var windows = new TableWriter(exec, table.spec())) {
                segmenter.cut(records, windows, progress.part(0.1, 1));
                out.setOutData(0, windows.finish());
                out.setInternalData(AverageTable.write(segmenter.averages(), parameters.m_scale.unit, exec));
            }
            Warnings.text(segmenter.warnings()).ifPresent(out::setWarningMessage);
        });
    }

    private static WindowTable windowTable(
            DataTableSpec records, EcgSegmenterParameters parameters, boolean isAnnotated)
            throws InvalidSettingsException {
        return new WindowTable(records, SegmenterColumns.of(records, parameters), parameters, isAnnotated);
    }
}
