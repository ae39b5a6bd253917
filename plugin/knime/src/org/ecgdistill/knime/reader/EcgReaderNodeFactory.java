package org.ecgdistill.knime.reader;

import org.ecgdistill.knime.common.AnnotationColumns;
import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.views.RecordingsView;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECG Reader; {@link org.ecgdistill.recording.dataset.BatchReader} reads the files. */
public final class EcgReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Reader")
            .icon("../../../../icons/reader.png")
            .shortDescription("Reads ECG recordings, their annotations and labels from files.")
            .fullDescription("""
                Reads electrocardiograms into a table with one row for each record and lead: WFDB records as published
                on PhysioNet (all signal formats and multi-segment records), the MIT-BIH Arrhythmia Database with its
                subjects, PTB-XL with its labels, folds and patients, EDF and EDF+ files, and CSV files.
                <p>Choose a folder or a file and execute the node; the kind of recordings is detected. If needed, choose
                leads by name, a part of each record, and a common sampling rate. Only the chosen part of a long record
                is read.</p>
                <p>A record in a folder is named by its path. If there are several records per person, choose which part
                of the path names the person: rows of one person must not lie in different folds.</p>
                <p>Labels can be read from a CSV file that names the recordings, such as REFERENCE.csv of PhysioNet's
                challenges. It lies in the folder or elsewhere; separators, encoding and header are detected. A recording
                that it does not name is read without a label, and a warning counts such recordings.</p>
                <p>Voltages are in mV, whatever the units of the file. Samples that are missing in a file (gaps,
                detached electrodes) are missing in the list of samples.</p>
                <p>The second output holds the beats and other annotations of the recordings, around which the ECG
                Segmenter cuts windows. The third output has a row for each record found, which reports whether it was
                read. A broken record makes the node fail, or is skipped if you choose so.</p>
                <p>A PTB-XL record is labelled by its diagnostic statements. Records that are both normal and abnormal,
                and those without a diagnosis, are left out unless you choose otherwise. Folds 1 to 10 become 0 to 9; no
                patient is in two of them.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputTable(
                            "Records",
                            "One row for each record and lead: Record, Subject, Lead, Sampling rate (Hz), Signal (mV),"
                                    + " Class, Fold, Age, Sex, Units, Checksum and, optionally, the signal's quality.")
                    .addOutputTable(
                            "Annotations",
                            "One row for each beat and other annotation: Record, Sample (counted from 0 in the signal"
                                    + " that was read), Time (s), Symbol, Class AAMI, Subtype, Channel, Aux.")
                    .addOutputTable(
                            "Status",
                            "One row for each record found: Record, File, Status (read or skipped), and Message with"
                                    + " the problem and its solution."))
            .model(model -> model.parametersClass(EcgReaderParameters.class)
                    .configure(EcgReaderNodeFactory::configure)
                    .execute(EcgReaderNodeFactory::execute))
            .addView(RecordingsView::of)
            .nodeType(NodeType.Source)
            .keywords(
                    "WFDB", "PhysioNet", "MIT-BIH", "PTB-XL", "EDF", "CSV", "import", "load", "annotations", "labels");

    public EcgReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgReaderParameters parameters = in.getParameters();
        out.setOutSpecs(NodeWork.plan(() -> {
            parameters.check();
            return new DataTableSpec[] {
                new RecordTable(parameters.m_quality).spec(), AnnotationColumns.TABLE, StatusTable.SPEC
            };
        }));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgReaderParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> {
            var labels = parameters.m_labels.read(progress);
            Places.open(
                    parameters.source(), source -> new EcgReader(parameters, exec).read(source, labels, out, progress));
        });
    }
}
