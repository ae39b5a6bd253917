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
            .shortDescription(
                    "Writes a student as an ONNX file for use outside KNIME, and measures the loss of accuracy.")
            .fullDescription("""
                Writes a student (ResNet-1D, CNN-1D or ViT-1D) in the open format ONNX, which programs on phones, in
                browsers and in devices can run. Optionally, weights are stored as one byte each (int8), which makes the
                file four times smaller. The table shows what this costs on the rows of the second input: metrics of the
                model as trained, of the model in the file, and their difference. Use rows that the model has not learnt
                from.
                <p>The file takes an input "signal" (any number of rows, leads, samples) and gives "logits" and
                "probabilities": of the second of two classes, or of each of more. Signals must be prepared as described
                in the model's manifest, which is in the metadata of the file: sampling rate, samples, leads, and whether
                each signal is standardised to mean 0 and standard deviation 1.</p>
                <p>Rows are left out if the signal is missing or has missing samples, and if the label is unknown to the
                model. The node fails if the model is not a student and if the file cannot be written.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("Model", "A student of the KD Student Learner.", EcgModelPort.TYPE)
                    .addInputTable("Data", "Recordings with their labels, to check the file.")
                    .addOutputTable(
                            "What the file loses",
                            "One row for each measure, with its values for the model as trained and in the file."))
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
        NodeWork.run(exec, progress -> new OnnxWriter(parameters)
                .execute(OnnxWriter.trained(model.model()), in.getInTable(1), out, exec, progress));
    }
}
