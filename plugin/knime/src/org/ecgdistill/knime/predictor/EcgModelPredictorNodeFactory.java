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

/** Declares the ECG Model Predictor; a model speaks for itself in {@link org.ecgdistill.model.TrainedModel}. */
public final class EcgModelPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECG Model Predictor")
            .icon("../../../../icons/predictor.png")
            .shortDescription("Uses a trained model of this extension on new recordings.")
            .fullDescription("""
                Adds to each row what a model thinks of it: the probability of the positive class (with several classes,
                of each), the prediction, and the logits. Any model that a learner of this extension has trained can be
                used, also one that KNIME's Model Reader has read.
                <p>The signals must be like those that the model was trained on. The node prepares them as the learner
                did (resampling, filtering, cropping or filling up, standardising) and says what to change where rate, leads or
                length do not fit. Rows whose signal is missing, or has missing, infinite or far too large samples, get no
                prediction; the node says how many there are and why.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort("Model", "A trained model.", EcgModelPort.TYPE)
                    .addInputTable("Data", "Recordings like those that the model was trained on.")
                    .addOutputTable("Predictions", "The same rows with what the model thinks of each."))
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
        // Before a model is trained nobody knows its classes, and so the columns.
        out.setOutSpec(0, new EcgModelPredictor(parameters).configure(model, in.getInTableSpec(1)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgModelPredictorParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        EcgModelPort model = in.getInPortObject(0);
        NodeWork.run(exec, progress -> {
            var predicted = new EcgModelPredictor(parameters).execute(model.model(), in.getInTable(1), exec, progress);
            out.setOutData(0, predicted.table());
            predicted.warning().ifPresent(out::setWarningMessage);
        });
    }
}
