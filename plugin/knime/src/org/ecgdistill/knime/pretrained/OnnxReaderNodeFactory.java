package org.ecgdistill.knime.pretrained;

import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.model.EcgModelPort;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECG Model ONNX Reader; files are read by {@link org.ecgdistill.model.pretrained}. */
public final class OnnxReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Model ONNX Reader")
            .icon("../../../../icons/onnx-reader.png")
            .shortDescription("Reads a pretrained network from an ONNX file, as a model that can predict and teach.")
            .fullDescription("""
                Reads a network in the open format ONNX, as it is exported from PyTorch, TensorFlow or this extension's
                ECG Model ONNX Writer, and makes it a model like any other: the ECG Model Predictor adds its predictions
                to recordings, and the KD Student Learner and the VQC Learner learn from them.
                <p><b>Files.</b> The network needs one input of the shape (recordings, leads, samples) and an output of
                the shape (recordings, classes). What the file states – leads, classes, and for files of the ECG Model
                ONNX Writer everything else – need not be set. Other files rarely state their sampling rate, unit and
                scaling: take them from the authors' description. With a wrong unit or scaling, a network runs but
                predicts badly.</p>
                <p><b>Predictions.</b> Recordings are resampled to the network's rate. Longer recordings are cut into
                consecutive windows, and the probabilities are averaged; shorter ones are padded with zeros at the
                end.</p>
                <p><b>As a teacher.</b> A pretrained network has one set of weights for all folds. If it has not learnt
                from the recordings of the workflow, nothing leaks, and it needs no cross-validation. State this under
                “Recordings of this workflow”; otherwise learners and the CV Scorer warn.</p>
                <p>The network is run by ONNX Runtime, an optional part of this extension: install “ECG Distill: ONNX
                models”. No code is taken from the file, and no other file is opened. Files with custom operators, with
                weights in other files, or for a later version of ONNX are refused.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputPort("Model", "The pretrained model.", EcgModelPort.TYPE))
            .model(model -> model.parametersClass(OnnxReaderParameters.class)
                    .configure(OnnxReaderNodeFactory::configure)
                    .execute(OnnxReaderNodeFactory::execute))
            .nodeType(NodeType.Source)
            .keywords("import", "pretrained", "foundation model", "teacher", "OpenECG", "deep learning");

    public OnnxReaderNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        OnnxReaderParameters parameters = in.getParameters();
        out.setOutSpec(0, NodeWork.plan(() -> new OnnxReader(parameters).configure()));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        OnnxReaderParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> new OnnxReader(parameters).execute(out, exec, progress));
    }
}
