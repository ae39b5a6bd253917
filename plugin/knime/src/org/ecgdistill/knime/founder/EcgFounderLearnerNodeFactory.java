package org.ecgdistill.knime.founder;

import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.model.EcgModelPort;
import org.ecgdistill.knime.views.ChartViews;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECGFounder Learner; it is trained by {@link org.ecgdistill.distill.FounderTraining}. */
public final class EcgFounderLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECGFounder Learner")
            .icon("../../../../icons/founder.png")
            .shortDescription("Fine-tunes the foundation model ECGFounder, or trains its network from a random start.")
            .fullDescription("""
                Trains the network of ECGFounder (Li et al. 2024), which was pretrained on ten million recordings, to predict
                the classes of a label column. Training starts from the released weights, of which either the last layer
                or all layers are trained, or from random weights.
                <p><b>Cross-validation.</b> With a fold column the node trains one model for each fold, on the rows of all
                other folds; some of these, whole subjects, are kept back to select the best epoch. Every row is then
                predicted by the model that has not seen its fold. The column with soft targets holds the logits of every
                fold's model for each row (with several classes, one for each fold and class): students learn from this
                column, each fold's student only from that fold's teacher. The output model is trained on all rows.</p>
                <p><b>Signals.</b> The released weights expect lead I, or the twelve standard leads, at 500 Hz, in
                millivolts, standardised. Their authors filtered the recordings first (a notch at 50 Hz, a band-pass from
                0.67 to 40 Hz, minus a running median of 0.4 s): choose that filter under <i>Preparation</i> for
                unprocessed recordings. The model stores it, so that new recordings are filtered alike. The paper on
                distilling ECGFounder denoises with wavelets instead, as the Wavelet Denoiser does: in that case choose no
                filter here, and denoise new recordings in the same way.</p>
                <p>Rows with a missing signal or missing samples get no prediction. The node fails if there is only one
                class, if a file is damaged or for another number of leads, and if signals of different length are not
                cropped or padded.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Data", "Signals with their labels, and folds and subjects for a cross-validation.")
                    .addOutputTable(
                            "Predictions",
                            "The input rows with probabilities, prediction, logits and soft targets of the model. The"
                                    + " prediction columns have the model's size and cost as properties.")
                    .addOutputPort("Model", "The model trained on all rows.", EcgModelPort.TYPE)
                    .addOutputTable(
                            "Training log",
                            "One row for each model and epoch: losses, score on the rows that were kept back, seconds,"
                                    + " and which epoch was kept and why. The fold of the model of all rows is"
                                    + " missing."))
            .model(model -> model.parametersClass(EcgFounderLearnerParameters.class)
                    .configure(EcgFounderLearnerNodeFactory::configure)
                    .execute(EcgFounderLearnerNodeFactory::execute))
            .addView(ChartViews::training)
            .nodeType(NodeType.Learner)
            .keywords("fine-tuning", "foundation model", "deep learning", "teacher", "Net1D", "transfer learning");

    public EcgFounderLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgFounderLearnerParameters parameters = in.getParameters();
        out.setOutSpecs(NodeWork.plan(() -> new EcgFounderLearner(parameters).configure(in.getInTableSpec(0))));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgFounderLearnerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> new EcgFounderLearner(parameters)
                .execute(in.getInTable(0), exec, progress)
                .leaveBy(out));
    }
}
