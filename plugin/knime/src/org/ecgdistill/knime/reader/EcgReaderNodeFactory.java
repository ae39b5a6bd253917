package org.ecgdistill.knime.reader;

import org.ecgdistill.knime.common.AnnotationColumns;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.views.RecordingsView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECG Reader; the files are read by {@link org.ecgdistill.recording.dataset.BatchReader}. */
public final class EcgReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Reader")
            .icon("../../../../icons/reader.png")
            .shortDescription("Reads ECG recordings, their annotations and labels from files.")
            .fullDescription("""
                Reads electrocardiograms into a table, one row for each record and lead: WFDB records as PhysioNet has
                them (all their formats, records of several segments), the MIT-BIH Arrhythmia Database with its subjects,
                PTB-XL with its labels, folds and patients, EDF and EDF+ files, and CSV files.
                <p>Choose a folder or a file and execute the node; what it holds is found out. Choose leads by name, a
                part of each record, and a sampling rate that all signals are brought to, where you need them. Of a long
                record only the part that you ask for is read.</p>
                <p>A record of a folder is named by its path. If there are several records of a person, choose which part of
                the path names the person: rows of one person must not come into different folds.</p>
                <p>Voltages are in mV, whatever units the file has. Samples that a file lacks (gaps, electrodes off) are
                missing in the signal's list.</p>
                <p>The beats and other marks that come with the recordings are in the second output; the ECG Segmenter
                cuts windows around them. The third output has a row for each record found, which says whether it was
                read. A broken record stops the node, or is skipped if you choose so.</p>
                <p>Of PTB-XL each record's label follows from its diagnostic statements. Records that are both normal and
                abnormal, and those without a diagnosis, are left out unless you choose otherwise. Its folds 1 to 10
                become 0 to 9; no patient is in two of them.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputTable(
                            "Records",
                            "One row for each record and lead: Record, Subject, Lead, Sampling rate (Hz), Signal (mV),"
                                    + " Class, Fold, Age, Sex, Units, Checksum and, by choice, the signal's quality.")
                    .addOutputTable(
                            "Annotations",
                            "One row for each beat and other mark: Record, Sample (counted from 0 in the signal that"
                                    + " was read), Time (s), Symbol, Class AAMI, Subtype, Channel, Aux.")
                    .addOutputTable(
                            "Status",
                            "One row for each record found: Record, File, Status (read or skipped), and Message, which"
                                    + " says what is wrong and what to do."))
            .model(model -> model.parametersClass(EcgReaderParameters.class)
                    .configure(EcgReaderNodeFactory::configure)
                    .execute(EcgReaderNodeFactory::execute))
            .addView(RecordingsView::of)
            .nodeType(NodeType.Source)
            .keywords("WFDB", "PhysioNet", "MIT-BIH", "PTB-XL", "EDF", "CSV", "import", "load", "annotations");

    public EcgReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgReaderParameters parameters = in.getParameters();
        parameters.check();
        out.setOutSpec(0, RecordTable.with(parameters.m_quality).spec());
        out.setOutSpec(1, AnnotationColumns.TABLE);
        out.setOutSpec(2, StatusTable.SPEC);
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgReaderParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(
                exec,
                progress -> Places.open(
                        parameters.source(), source -> new EcgReader(parameters, exec).read(source, out, progress)));
    }
}
