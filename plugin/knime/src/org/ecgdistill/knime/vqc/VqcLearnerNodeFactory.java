package org.ecgdistill.knime.vqc;

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

/** Declares the VQC Learner; its students are trained by {@link org.ecgdistill.distill.Distillation}. */
public final class VqcLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("VQC Learner")
            .icon("../../../../icons/vqc.png")
            .shortDescription("Trains a quantum student: an autoencoder followed by a variational quantum circuit.")
            .fullDescription("""
                Trains a small quantum student to predict the classes of a label column, from scratch or by distillation from
                a teacher's soft targets.
                <p><b>Variational circuit.</b> An autoencoder learns to reconstruct the signals from a few latent values, the
                inputs of the circuit. Its decoder is then discarded. The latent values become angles of a quantum circuit,
                which is trained, alone or together with the encoder, to predict the classes from the measurements of its
                qubits. The default is the circuit of the paper that this extension follows: 6 qubits, ZZFeatureMap and
                EfficientSU2, both with linear entanglement.</p>
                <p><b>Quantum attention.</b> The window is cut into patches, which attend to each other; their queries, keys
                and values are measured from circuits.</p>
                <p><b>Simulation.</b> Circuits are simulated exactly by default, or with noise, with a finite number of
                shots, or with Strange. Optionally the trained circuit also predicts with shots or with noise, and its
                gradient is computed with every method, to compare their cost and accuracy.</p>
                <p><b>Comparisons.</b> A classical twin is trained on the same latent values with the same number of
                parameters, to show whether the quantum part is worthwhile. (The twin of the quantum attention is a classical
                attention of the same width, which has more parameters.) Optionally, a logistic regression is trained on
                these values too: the minimum that a circuit should outperform.</p>
                <p><b>Cross-validation and teachers</b> work as in the KD Student Learner: one student for each fold, which
                learns only from the teacher that has not seen the fold. Rows without a label can take part by the teacher's
                predictions alone; the autoencoder learns from them too.</p>
                <p>Rows with a missing signal or missing samples get no prediction. The node fails if there is only one
                class, if the settings give no valid circuit, and if signals of different length are not cropped or
                padded.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Data",
                            "Signals with their labels, soft targets of a teacher, and folds and subjects for a"
                                    + " cross-validation.")
                    .addOutputTable("Predictions", """
                            The input rows with probabilities, prediction and logits of the quantum student, then of
                            its twin, of the logistic regression and of the student on other devices if selected, and
                            soft targets.
                            """)
                    .addOutputPort("Model", "The quantum student trained on all rows.", EcgModelPort.TYPE)
                    .addOutputTable(
                            "Training log",
                            "One row for each model, stage, fold and epoch, and which epoch was kept and why. The loss"
                                    + " of the autoencoder is its mean squared error. The fold of the model of all rows"
                                    + " is missing.")
                    .addOutputTable(
                            "Circuit",
                            "The trained circuit: qubits, gates, depth, gates on two qubits, parameters, OpenQASM 2"
                                    + " and 3 for the first row, and a picture as SVG.")
                    .addOutputTable(
                            "Gradients",
                            "The cost of each gradient method and its distance from the exact gradient; empty unless"
                                    + " gradients are compared.")
                    .addOutputTable(
                            "Sweep",
                            "One row for each fold, temperature and weight of the quantum student: its scores on the rows"
                                    + " that were kept back and on the fold, and which pair was selected and why."))
            .model(model -> model.parametersClass(VqcLearnerParameters.class)
                    .configure(VqcLearnerNodeFactory::configure)
                    .execute(VqcLearnerNodeFactory::execute))
            .addView(ChartViews::training)
            .nodeType(NodeType.Learner)
            .keywords(
                    "quantum",
                    "variational circuit",
                    "QML",
                    "qubit",
                    "knowledge distillation",
                    "student",
                    "autoencoder",
                    "QViT",
                    "ZZFeatureMap",
                    "EfficientSU2",
                    "OpenQASM");

    public VqcLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        VqcLearnerParameters parameters = in.getParameters();
        out.setOutSpecs(NodeWork.plan(() -> new VqcLearner(parameters).configure(in.getInTableSpec(0))));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        VqcLearnerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> new VqcLearner(parameters)
                .execute(in.getInTable(0), exec, progress)
                .leaveBy(out));
    }
}
