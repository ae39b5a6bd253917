package org.ecgdistill.knime.learner;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** The labels to learn, the subjects, and the folds of the cross-validation. */
@LoadDefaultsForAbsentFields
@Layout(LearnerSections.LabelsSection.class)
public final class LabelParameters implements NodeParameters {

    @Widget(
            title = "Label column",
            description = "The classes to predict. Without a choice, the column \"Class\". Rows without a label are"
                    + " predicted; only students can learn from them, by their teacher's predictions.")
    @ChoicesProvider(ColumnChoices.OfLabel.class)
    String m_label;

    @Widget(title = "Positive class", description = """
                    The label to detect, for example "abnormal". If empty, the rarer of two labels; with \
                    more labels, each is a separate class. A positive class among several labels is classified against \
                    all others.""")
    @TextInputWidget
    String m_positive = "";

    @Widget(title = "Subject column", description = """
                    Identifies the person a row comes from, so that the rows that select the best epoch come from other \
                    persons than the training rows. Without a choice, the column "Subject" if there is \
                    one. None: the persons are unknown.""")
    @ChoicesProvider(ColumnChoices.OfSubjectOrNone.class)
    String m_subject;

    static final class CrossValidate implements BooleanReference {}

    @Widget(title = "Cross-validate", description = """
                    Trains one model for each fold, on the rows of all other folds, so that every row is predicted \
                    by a model that has not seen it. The output model is trained on all rows. \
                    Without this, or without a fold column, only that model is trained, and its predictions for its \
                    training rows look better than it is.""")
    @ValueReference(CrossValidate.class)
    boolean m_crossValidate = true;

    @Widget(
            title = "Fold column",
            description =
                    "The fold of each row (Fold Assigner). Without a choice, the column \"Fold\" or \"strat_fold\" if"
                            + " there is one. None: no cross-validation.")
    @ChoicesProvider(ColumnChoices.OfFoldOrNone.class)
    @Effect(predicate = CrossValidate.class, type = EffectType.SHOW)
    String m_fold;

    @Advanced
    @Widget(title = "Share of labelled subjects", description = """
                    Uses the labels of this share of the subjects only, chosen by the seed, to find out how many labels \
                    are enough: above 0, at most 1. The rows of the other subjects count as rows without a label. \
                    1 uses all labels.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_share = 1;

    /** The share of subjects whose labels are used. */
    double share() {
        return m_share;
    }

    /** Refuses a share with which no label, or more than all, would be used. */
    void check() throws InvalidSettingsException {
        if (!(m_share > 0 && m_share <= 1)) {
            throw new InvalidSettingsException("The share of labelled subjects must be above 0 and at most 1, but is "
                    + m_share + ". 1 uses all labels.");
        }
    }

    /** Shows in a new dialog which columns are used. */
    public void chooseFrom(DataTableSpec table) {
        m_label = ColumnRole.LABEL.usual(table).orElse(null);
        m_subject = ColumnRole.SUBJECT.usual(table).orElse(null);
        m_fold = ColumnRole.FOLD.usual(table).orElse(null);
    }
}
