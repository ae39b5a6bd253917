package org.ecgdistill.knime.founder;

import org.ecgdistill.knime.common.NodeWork;
import org.ecgdistill.knime.model.EcgModelPort;
import org.ecgdistill.knime.views.TrainingView;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Declares the ECGFounder Learner; it is trained by {@link org.ecgdistill.nn.founder.FounderTraining}. */
public final class EcgFounderLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("ECGFounder Learner")
            .icon("../../../../icons/founder.png")
            .shortDescription("Fine-tunes the foundation model ECGFounder, or trains its network from a random start.")
            .fullDescription("""
                Teaches the network of ECGFounder (Li et al. 2024), which was trained on ten million recordings, to tell
                the classes of a label column apart. It starts from the released weights, of which either the last layer
                alone or all layers learn, or from random numbers.
                <p><b>Cross-validation.</b> With a fold column the node trains one model for each fold, on the rows of all
                other folds; part of these, whole subjects, is kept back to choose the best epoch. Every row is then
                predicted by the model that has not seen its fold. The column with soft targets holds for each row what
                each fold's model says of it, one logit for each fold (with several classes, one for each fold and
                class): this is what students learn from, each fold's student only from that fold's teacher. The model
                that leaves the node has learnt from all rows.</p>
                <p><b>Signals.</b> The released weights expect lead I, or the twelve standard leads, at 500 Hz, in
                millivolts, standardised. Their authors filtered the recordings first (a notch at 50 Hz, a band from 0.67
                to 40 Hz, minus a median of 0.4 s): choose that filter under <i>Preparation</i> for unprocessed recordings.
                The model remembers it, so that new recordings are filtered alike. The paper on distilling ECGFounder
                denoises with wavelets instead, and so does the Wavelet Denoiser: then choose no filter here, and denoise
                new recordings in the same way.</p>
                <p>Rows whose signal is missing, or has missing samples, get no prediction. The node fails if there is
                nothing to tell apart, if a file is damaged or for another number of leads, and if signals differ in
                length and are not brought to one.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Data", "Signals with their labels, and folds and subjects for a cross-validation.")
                    .addOutputTable(
                            "Predictions",
                            "The same rows with probabilities, prediction, logits and soft targets of the model. The"
                                    + " prediction columns carry the model's size and cost as properties.")
                    .addOutputPort("Model", "The model that has learnt from all rows.", EcgModelPort.TYPE)
                    .addOutputTable(
                            "Training log",
                            "One row for each model and epoch: losses, score on the rows that were kept back, seconds,"
                                    + " and which epoch was kept and why. The fold of the model of all rows is"
                                    + " missing."))
            .model(model -> model.parametersClass(EcgFounderLearnerParameters.class)
                    .configure(EcgFounderLearnerNodeFactory::configure)
                    .execute(EcgFounderLearnerNodeFactory::execute))
            .addView(TrainingView::of)
            .nodeType(NodeType.Learner)
            .keywords("fine-tuning", "foundation model", "deep learning", "teacher", "Net1D", "transfer learning");

    public EcgFounderLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        EcgFounderLearnerParameters parameters = in.getParameters();
        out.setOutSpecs(new EcgFounderLearner(parameters).configure(in.getInTableSpec(0)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        EcgFounderLearnerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> {
            var learnt = new EcgFounderLearner(parameters).execute(in.getInTable(0), exec, progress);
            out.setOutData(learnt.outputs());
            out.setInternalData(learnt.outputs()[2]);
            learnt.warning().ifPresent(out::setWarningMessage);
        });
    }
}
