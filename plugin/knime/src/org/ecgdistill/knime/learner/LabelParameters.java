package org.ecgdistill.knime.learner;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What is to be learnt, from whom, and how it is tested. */
@LoadDefaultsForAbsentFields
public final class LabelParameters implements NodeParameters {

    @Layout(LearnerSections.Labels.class)
    @Widget(
            title = "Label column",
            description = "What is to be told apart. Without a choice, the column \"Class\". Rows without a label are"
                    + " predicted, but nothing is learnt from them.")
    @ChoicesProvider(ColumnChoices.OfLabel.class)
    String m_label;

    @Layout(LearnerSections.Labels.class)
    @Widget(title = "Positive class", description = """
                    The label that is looked for, for example "abnormal". Empty: of two labels the rarer one; with \
                    more labels all of them are told apart. A positive class among several labels is set against \
                    the rest.""")
    @TextInputWidget
    String m_positive = "";

    @Layout(LearnerSections.Labels.class)
    @Widget(title = "Subject column", description = """
                    Names the person a row comes from, so that the rows that choose the best epoch come from other \
                    persons than those that are learnt from. Without a choice, the column "Subject" if there is \
                    one. None: it is not known which person a row comes from.""")
    @ChoicesProvider(ColumnChoices.OfSubjectOrNone.class)
    String m_subject;

    @Layout(LearnerSections.Labels.class)
    @Widget(title = "Cross-validate", description = """
                    Trains one model for each fold, on the rows of all other folds, so that every row is predicted \
                    by a model that has not seen it. The model that leaves the node has learnt from all rows. \
                    Without this, or without a fold column, that model alone is trained, and its answers for the \
                    rows that it has learnt from look better than it is.""")
    @ValueReference(CrossValidate.class)
    boolean m_crossValidate = true;

    @Layout(LearnerSections.Labels.class)
    @Widget(
            title = "Fold column",
            description =
                    "The fold of each row (Fold Assigner). Without a choice, the column \"Fold\" or \"strat_fold\" if"
                            + " there is one. None: no cross-validation.")
    @ChoicesProvider(ColumnChoices.OfFoldOrNone.class)
    @Effect(predicate = CrossValidate.class, type = EffectType.SHOW)
    String m_fold;

    /** Shows in a fresh dialog which columns will be taken. */
    public void chooseFrom(DataTableSpec table) {
        m_label = ColumnRole.LABEL.usual(table).orElse(null);
        m_subject = ColumnRole.SUBJECT.usual(table).orElse(null);
        m_fold = ColumnRole.FOLD.usual(table).orElse(null);
    }

    static final class CrossValidate implements BooleanReference {}
}
