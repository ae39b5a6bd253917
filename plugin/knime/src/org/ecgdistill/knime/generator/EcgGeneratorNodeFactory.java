package org.ecgdistill.knime.generator;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.ecgdistill.knime.common.AnnotationColumns;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.common.Signals;
import org.ecgdistill.knime.common.TableWriter;
import org.ecgdistill.knime.views.RecordingsView;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.synthesis.SyntheticRecord;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
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

/** Declares the ECG Generator; {@link org.ecgdistill.signal.synthesis.EcgGenerator} generates the records. */
public final class EcgGeneratorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Generator")
            .icon("../../../../icons/generator.png")
            .shortDescription("Generates synthetic ECGs with known beats, noise and subjects.")
            .fullDescription("""
                Generates electrocardiograms of simulated persons, to try out a workflow or to test methods against a
                known truth: every beat is annotated, the noise has the given strength, and no patient data are
                involved.
                <p>Each subject has an individual heart rate, axis and wave shapes. The heart's electrical vector
                follows the dynamical model of McSharry and colleagues (2003), with a heart rate that varies with
                breathing and blood pressure. It is seen from up to twelve leads, so that III = II - I and so on hold
                as in a real recording. Some subjects have atrial premature beats (AAMI class S) and premature
                ventricular contractions (AAMI class V) among their normal beats (N). Some have a bundle branch block,
                so that their normal beats are wide too, and in some the premature beats closely resemble the normal
                beats: with these settings even a good network makes mistakes. Baseline wander, mains interference and
                muscle noise are added at the chosen signal-to-noise ratio.</p>
                <p>A record is labelled <i>abnormal</i> if it has at least one premature beat, otherwise <i>normal</i>.
                A bundle branch block alone does not make it abnormal, because its beats are of class N. The beats are
                labelled in the second output. Keep the rows of a subject together when you divide the data for
                cross-validation, as the Fold Assigner does.</p>
                <p>A model that does well on these signals shows that the workflow works, not that the model can read
                real ECGs.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputTable(
                            "Records",
                            "One row for each record and lead: Record, Subject, Lead, Sampling rate (Hz), Signal (mV)"
                                    + " and Class (normal or abnormal).")
                    .addOutputTable(
                            "Annotations",
                            "One row for each beat: Record, Sample (of the R peak, counted from 0), Time (s), Symbol"
                                    + " (N, L, R, A or V as in annotation files), Class AAMI (N, S or V), Subtype,"
                                    + " Channel, Aux."))
            .model(model -> model.parametersClass(EcgGeneratorParameters.class)
                    .configure(EcgGeneratorNodeFactory::configure)
                    .execute(EcgGeneratorNodeFactory::execute))
            .addView(RecordingsView::of)
            .nodeType(NodeType.Source)
            .keywords("synthetic", "simulate", "artificial", "electrocardiogram", "arrhythmia", "test data");

    private static final StringCell NORMAL = new StringCell("normal");
    private static final StringCell ABNORMAL = new StringCell("abnormal");

    public EcgGeneratorNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgGeneratorParameters parameters = in.getParameters();
        NodeWork.plan(() -> parameters.toGenerator(parameters.m_seed));
        out.setOutSpec(0, recordsTable(EcgColumns.SIGNAL));
        out.setOutSpec(1, AnnotationColumns.TABLE);
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgGeneratorParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        var seed = parameters.m_useSeed
                ? parameters.m_seed
                : ThreadLocalRandom.current().nextLong();
        NodeWork.run(exec, progress -> {
            try (var records = new TableWriter(exec, recordsTable(signalColumn(seed)));
                    var annotations = new TableWriter(exec, AnnotationColumns.TABLE)) {
                parameters.toGenerator(seed).records(progress, record -> {
                    record.leads().forEach(lead -> add(record, lead, records));
                    for (var beat : record.beats()) {
                        annotations.add(AnnotationColumns.cells(record.name(), record.rate(), beat));
                    }
                });
                var tables = new BufferedDataTable[] {records.finish(), annotations.finish()};
                out.setOutData(tables);
                out.setInternalData(tables);
            }
        });
    }

    private static void add(SyntheticRecord record, Lead lead, TableWriter records) {
        records.add(
                new StringCell(record.name()),
                new StringCell(record.subject()),
                new StringCell(lead.label()),
                new DoubleCell(record.rate()),
                Signals.write(record.samples(lead)),
                record.isAbnormal() ? ABNORMAL : NORMAL);
    }

    private static DataTableSpec recordsTable(DataColumnSpec signal) {
        return new DataTableSpec(
                EcgColumns.RECORD,
                EcgColumns.SUBJECT,
                EcgColumns.LEAD,
                EcgColumns.SAMPLING_RATE,
                signal,
                EcgColumns.CLASS);
    }

    /** Names the source of the signals, so that a result can be traced to its seed even if the seed was not fixed. */
    private static DataColumnSpec signalColumn(long seed) {
        var column = new DataColumnSpecCreator(EcgColumns.SIGNAL);
        column.setProperties(new DataColumnProperties(Map.of("source", "ECG Generator", "seed", String.valueOf(seed))));
        return column.createSpec();
    }
}
