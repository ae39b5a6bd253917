package org.ecgdistill.knime.student;

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

/** Declares the KD Student Learner; it is trained by {@link org.ecgdistill.distill.Distillation}. */
public final class KdStudentLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
            .name("KD Student Learner")
            .icon("../../../../icons/student.png")
            .shortDescription("Trains a compact network that learns from a large one (knowledge distillation).")
            .fullDescription("""
                Teaches a small network, a student, to tell the classes of a label column apart: a residual network
                (ResNet-1D), a plain convolutional one (CNN-1D) or a tiny transformer (ViT-1D). Besides the labels it learns
                what a teacher thinks of each row, which says more than the label does: how sure the teacher is, and of which
                rows it doubts. Without a teacher it learns from scratch, as a baseline: use a second node for that.
                <p><b>Teachers.</b> The column with soft targets of an ECGFounder Learner, of another student or of several
                models, or a column of probabilities or logits of any KNIME node. An ECGFounder Learner can also add its
                features and where in time it looks, for the methods Features and Attention. Of soft targets, the student of a fold hears
                only the model that has not seen the fold, so that nothing leaks; put the teacher's learner and this node
                after the same Fold Assigner.</p>
                <p><b>How much to listen.</b> The temperature T softens the teacher's answers, the weight says how much the
                labels count beside them. Where several are given, every pair is trained in every fold; rows that are kept back
                inside the fold choose the best pair, which then learns from all of the fold's rows. The model of all rows takes
                the pair that is best on average. The sweep table shows all pairs, also on the fold's own rows, which choose
                nothing.</p>
                <p><b>Cross-validation.</b> With a fold column one student is trained for each fold, on the rows of all other
                folds, and every row is predicted by the student that has not seen it. The model that leaves the node has learnt
                from all rows. The student's own soft targets are in the table too, for students of students.</p>
                <p>Rows whose signal is missing, or has missing samples, get no prediction; from rows without a label, or of
                which a teacher says nothing, nothing is learnt. The node fails if there is nothing to tell apart, if the teacher
                comes from other folds or other classes, or says the same of every row, and if signals differ in length and are
                not brought to one.</p>
                """)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Data",
                            "Signals with their labels and what teachers say of them, and folds and subjects for a"
                                    + " cross-validation.")
                    .addOutputTable(
                            "Predictions",
                            "The same rows with probabilities, prediction, logits and soft targets of the student. The"
                                    + " prediction columns carry its size and cost as properties, and how many times"
                                    + " smaller it is than its teacher.")
                    .addOutputPort("Model", "The student that has learnt from all rows.", EcgModelPort.TYPE)
                    .addOutputTable(
                            "Training log",
                            "One row for each model and epoch: losses, score on the rows that were kept back, seconds,"
                                    + " and which epoch was kept and why. The fold of the model of all rows is missing.")
                    .addOutputTable(
                            "Sweep",
                            "One row for each fold, temperature and weight: how good the student was on the rows that"
                                    + " were kept back, which choose, and on the fold's own rows, which do not; and"
                                    + " which pair was chosen and why."))
            .model(model -> model.parametersClass(KdStudentLearnerParameters.class)
                    .configure(KdStudentLearnerNodeFactory::configure)
                    .execute(KdStudentLearnerNodeFactory::execute))
            .addView(TrainingView::of)
            .nodeType(NodeType.Learner)
            .keywords("knowledge distillation", "ResNet", "CNN", "compression", "deep learning", "soft targets");

    public KdStudentLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        KdStudentLearnerParameters parameters = in.getParameters();
        out.setOutSpecs(new KdStudentLearner(parameters).configure(in.getInTableSpec(0)));
    }

    private static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        KdStudentLearnerParameters parameters = in.getParameters();
        var exec = in.getExecutionContext();
        NodeWork.run(exec, progress -> {
            var learnt = new KdStudentLearner(parameters).execute(in.getInTable(0), exec, progress);
            out.setOutData(learnt.outputs());
            out.setInternalData(learnt.outputs()[2], learnt.outputs()[3]);
            learnt.warning().ifPresent(out::setWarningMessage);
        });
    }
}
