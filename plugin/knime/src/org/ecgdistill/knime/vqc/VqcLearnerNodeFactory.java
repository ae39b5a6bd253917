package org.ecgdistill.knime.vqc;

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

/** Declares the VQC Learner; its students are trained by {@link org.ecgdistill.distill.Distillation}. */
public final class VqcLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("VQC Learner")
            .icon("../../../../icons/vqc.png")
            .shortDescription("Trains a quantum student: an autoencoder with a variational quantum circuit behind it.")
            .fullDescription("""
                Teaches a small quantum student to tell the classes of a label column apart, from scratch or by
                distillation from a teacher's soft targets.
                <p><b>Variational circuit.</b> An autoencoder learns to reconstruct the signals from a few latent numbers,
                as many as the circuit takes. Its decoder is then put away; the latent numbers become angles of a quantum
                circuit, which learns, alone or together with the encoder, so that what is measured at its qubits tells
                the classes apart. By default it is the circuit of the paper that this extension follows: 6 qubits,
                ZZFeatureMap and EfficientSU2, both with linear entanglement.</p>
                <p><b>Quantum attention.</b> The window is cut into patches, which attend to each other; their queries,
                keys and values are measured from circuits.</p>
                <p><b>Circuits are simulated</b>, exactly and fast as a default, or with noise, with a finite number of
                shots, or on Strange. By ticks the trained circuit predicts once more with shots or with noise, and its
                gradient is computed in all ways there are, so that one sees what each costs. Beside the circuit a
                classical twin learns on the same latent numbers with as many parameters: without it nobody could say
                what the quantum part is worth. (The twin of the quantum attention is a classical attention of the same
                width, which has more parameters.) By a tick a logistic regression learns on these numbers too: what a
                circuit should beat at the least.</p>
                <p><b>Cross-validation and teachers</b> work as in the KD Student Learner: one student for each fold, which
                hears only the teacher that has not seen the fold.</p>
                <p>Rows whose signal is missing, or has missing samples, get no prediction. The node fails if there is
                nothing to tell apart, if no circuit can be built of what is set, and if signals differ in length and are
                not brought to one.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Data",
                            "Signals with their labels, soft targets of a teacher, and folds and subjects for a"
                                    + " cross-validation.")
                    .addOutputTable("Predictions", """
                            The same rows with probabilities, prediction and logits of the quantum student, then of
                            its twin, of the logistic regression and of the student on other devices where asked for,
                            and soft targets.
                            """)
                    .addOutputPort("Model", "The quantum student that has learnt from all rows.", EcgModelPort.TYPE)
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
                            "What each way to the circuit's gradient costs and how near it comes to the exact one;"
                                    + " empty unless asked for.")
                    .addOutputTable(
                            "Sweep",
                            "One row for each fold, temperature and weight of the quantum student: how good it was on"
                                    + " the rows that were kept back and on the fold, and which was chosen and why."))
            .model(model -> model.parametersClass(VqcLearnerParameters.class)
                    .configure(VqcLearnerNodeFactory::configure)
                    .execute(VqcLearnerNodeFactory::execute))
            .addView(TrainingView::of)
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
        out.setOutSpecs(new VqcLearner(parameters).configure(in.getInTableSpec(0)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        VqcLearnerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> {
            var learnt = new VqcLearner(parameters).execute(in.getInTable(0), exec, progress);
            var outputs = learnt.outputs();
            out.setOutData(outputs);
            out.setInternalData(outputs[2], outputs[3], outputs[4], outputs[5]);
            learnt.warning().ifPresent(out::setWarningMessage);
        });
    }
}
