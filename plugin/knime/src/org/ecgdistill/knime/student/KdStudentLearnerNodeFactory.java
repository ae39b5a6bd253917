package org.ecgdistill.knime.student;

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

/** Declares the KD Student Learner; it is trained by {@link org.ecgdistill.distill.Distillation}. */
public final class KdStudentLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("KD Student Learner")
            .icon("../../../../icons/student.png")
            .shortDescription("Trains a compact network that learns from a large one (knowledge distillation).")
            .fullDescription("""
                Trains a small network, a student, to predict the classes of a label column: a residual network (ResNet-1D), a
                plain convolutional network (CNN-1D) or a tiny transformer (ViT-1D). Besides the labels it learns from a
                teacher's predictions, which contain more than the labels: how certain the teacher is of each row. Without a
                teacher it learns from scratch, as a baseline: use a second node for that.
                <p><b>Teachers.</b> The column with soft targets of an ECGFounder Learner, of another student or of several
                models, or a column of probabilities or logits of any KNIME node. An ECGFounder Learner can also add its
                features and its attention over time, for the methods Features and Attention. The student of a fold learns
                only from the soft targets of the model that has not seen the fold, so that nothing leaks. Put the teacher's
                learner and this node after the same Fold Assigner.</p>
                <p><b>Temperature and weight.</b> The temperature T softens the teacher's probabilities; the weight balances
                the teacher against the labels. If several are given, every pair is trained in every fold. Rows that are kept
                back inside the fold select the best pair, which is then trained on all of the fold's training rows. The model
                of all rows takes the pair that is best on average. The sweep table lists all pairs, also with their results
                on the fold's own rows, which select nothing.</p>
                <p><b>Cross-validation.</b> With a fold column one student is trained for each fold, on the rows of all other
                folds, and every row is predicted by the student that has not seen it. The output model is trained on all
                rows. The table also holds the student's own soft targets, from which further students can learn.</p>
                <p><b>Pretrained teachers.</b> The probabilities of a pretrained model (ECG Model Predictor) teach every fold
                alike: no cross-validation of the teacher is needed if it has not seen these recordings. The node warns if it
                has, or if that is unknown.</p>
                <p><b>Rows without a label</b> can take part by the teacher's predictions alone: their loss is the distance
                to the teacher with its full weight. A student never learns from an unlabelled row if the row's subject has
                any row in the fold on which the student is tested, or selects its epoch. Such rows are never scored. With
                no labels at all, the student learns the classes of its teacher.</p>
                <p><b>Learning curve.</b> Optionally, students are trained with the labels of only a share of the subjects,
                to show what the teacher and the unlabelled rows contribute. A smaller share is part of a larger one, and
                contains each class.</p>
                <p>Rows with a missing signal or missing samples get no prediction. Labelled rows without a
                prediction of the teacher are not used for training, and rows without a label only if selected. The node
                fails if there is only one class, if the
                teacher comes from other folds or other classes or predicts the same for every row, and if signals of
                different length are not cropped or padded.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Data",
                            "Signals with their labels and the predictions of teachers, and folds and subjects for a"
                                    + " cross-validation.")
                    .addOutputTable(
                            "Predictions",
                            "The input rows with probabilities, prediction, logits and soft targets of the student. The"
                                    + " prediction columns have its size and cost as properties, and how many times"
                                    + " smaller it is than its teacher.")
                    .addOutputPort("Model", "The student trained on all rows.", EcgModelPort.TYPE)
                    .addOutputTable(
                            "Training log",
                            "One row for each model and epoch: losses, score on the rows that were kept back, seconds,"
                                    + " and which epoch was kept and why. The fold of the model of all rows is missing.")
                    .addOutputTable(
                            "Sweep",
                            "One row for each fold, temperature and weight: the student's scores on the rows that were"
                                    + " kept back, which select the pair, and on the fold's own rows; and which pair"
                                    + " was selected and why.")
                    .addOutputTable(
                            "Learning curve",
                            "One row for each method and share of labelled subjects: labelled subjects, rows, and scores"
                                    + " as means over the folds with 95 % intervals (bootstrap over subjects), followed"
                                    + " by the scores of each fold. Empty without shares."))
            .model(model -> model.parametersClass(KdStudentLearnerParameters.class)
                    .configure(KdStudentLearnerNodeFactory::configure)
                    .execute(KdStudentLearnerNodeFactory::execute))
            .addView(ChartViews::training)
            .nodeType(NodeType.Learner)
            .keywords("knowledge distillation", "ResNet", "CNN", "compression", "deep learning", "soft targets");

    public KdStudentLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        KdStudentLearnerParameters parameters = in.getParameters();
        out.setOutSpecs(NodeWork.plan(() -> new KdStudentLearner(parameters).configure(in.getInTableSpec(0))));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        KdStudentLearnerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> new KdStudentLearner(parameters)
                .execute(in.getInTable(0), exec, progress)
                .leaveBy(out));
    }
}
