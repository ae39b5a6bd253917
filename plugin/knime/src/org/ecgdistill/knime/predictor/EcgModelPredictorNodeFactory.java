package org.ecgdistill.knime.predictor;

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

/** Declares the ECG Model Predictor; models are run by {@link org.ecgdistill.model.EcgModel}. */
public final class EcgModelPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Model Predictor")
            .icon("../../../../icons/predictor.png")
            .shortDescription("Applies a trained model of this extension to new recordings.")
            .fullDescription("""
                Adds a model's output to each row: the probability of the positive class (with more than two classes, of
                each class), the predicted class, and the logits. The model comes from a learner of this extension, a
                Model Reader or the ECG Model ONNX Reader. If several classes can apply at once, the predicted classes
                are a list: those with a probability of at least one half.
                <p>The signals must be like those that the model was trained on. The node prepares them as the learner
                did (resampling, filtering, cropping or padding, standardising). If the sampling rate, leads or length
                do not fit, it explains what to change. Rows get no prediction if the signal is missing or has samples
                that are missing, infinite or far too large; the node reports their number and the reason.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("Model", "A trained model.", EcgModelPort.TYPE)
                    .addInputTable("Data", "Recordings like those that the model was trained on.")
                    .addOutputTable("Predictions", "The same rows with the model's output."))
            .model(model -> model.parametersClass(EcgModelPredictorParameters.class)
                    .configure(EcgModelPredictorNodeFactory::configure)
                    .execute(EcgModelPredictorNodeFactory::execute))
            .nodeType(NodeType.Predictor)
            .keywords("apply", "inference", "score", "classify");

    public EcgModelPredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgModelPredictorParameters parameters = in.getParameters();
        EcgModelSpec model = in.getInPortSpec(0);
        // The columns depend on the classes, which are unknown until the model is trained.
        out.setOutSpec(0, new EcgModelPredictor(parameters).configure(model, in.getInTableSpec(1)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgModelPredictorParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        EcgModelPort model = in.getInPortObject(0);
        NodeWork.run(exec, progress -> new EcgModelPredictor(parameters)
                .execute(model.model(), in.getInTable(1), out, exec, progress));
    }
}
