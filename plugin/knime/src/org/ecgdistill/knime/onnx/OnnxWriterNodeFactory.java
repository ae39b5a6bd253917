package org.ecgdistill.knime.onnx;

import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.model.EcgModelPort;
import org.ecgdistill.knime.model.EcgModelSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECG Model ONNX Writer; the file is made by {@link org.ecgdistill.model.onnx.OnnxFile}. */
public final class OnnxWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Model ONNX Writer")
            .icon("../../../../icons/onnx.png")
            .shortDescription("Writes a student as an ONNX file for use outside KNIME, and says what the file loses.")
            .fullDescription("""
                Writes a student (ResNet-1D, CNN-1D or ViT-1D) in the open format ONNX, which programs on phones, in
                browsers and in devices can run. On request weights are stored as one byte each (int8), which makes the
                file four times smaller. The table says what that costs on the rows of the second input: measures of the
                model as trained, of the model in the file, and the difference. Rows that the model has not learnt from
                tell more than those it has.
                <p>The file takes an input "signal" of any number of rows, the leads and the samples, and gives "logits"
                and "probabilities": of the second class where there are two, otherwise of each. Signals must be prepared
                as the model's manifest says, which lies in the file's metadata: sampling rate, samples, leads, and
                whether each signal is brought to mean 0 and standard deviation 1.</p>
                <p>Rows whose signal is missing, or has missing samples, and rows with a label that the model does not
                know, are left out. The node fails if the model is no student, and if the file can't be written.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("Model", "A student of the KD Student Learner.", EcgModelPort.TYPE)
                    .addInputTable("Data", "Recordings with their labels, by which the file is checked.")
                    .addOutputTable(
                            "What the file loses",
                            "One row for each measure, with its value for the model as trained and in the file."))
            .model(model -> model.parametersClass(OnnxWriterParameters.class)
                    .configure(OnnxWriterNodeFactory::configure)
                    .execute(OnnxWriterNodeFactory::execute))
            .nodeType(NodeType.Sink)
            .keywords("export", "deploy", "quantisation", "int8", "edge");

    public OnnxWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        OnnxWriterParameters parameters = in.getParameters();
        EcgModelSpec model = in.getInPortSpec(0);
        out.setOutSpec(0, new OnnxWriter(parameters).configure(model, in.getInTableSpec(1)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        OnnxWriterParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        EcgModelPort model = in.getInPortObject(0);
        NodeWork.run(exec, progress -> {
            var written = new OnnxWriter(parameters).execute(model.model(), in.getInTable(1), exec, progress);
            out.setOutData(0, written.table());
            written.warning().ifPresent(out::setWarningMessage);
        });
    }
}
