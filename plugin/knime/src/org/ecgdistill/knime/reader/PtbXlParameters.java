package org.ecgdistill.knime.reader;

import org.ecgdistill.knime.reader.ReaderChoices.LabelRule;
import org.ecgdistill.knime.reader.ReaderChoices.PtbXlRate;
import org.ecgdistill.knime.reader.ReaderChoices.Treatment;
import org.ecgdistill.knime.reader.ReaderDialog.IsBinary;
import org.ecgdistill.knime.reader.ReaderDialog.LabelRuleReference;
import org.ecgdistill.recording.dataset.PtbXlOptions;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What is read of PTB-XL, and what label a record gets. */
@LoadDefaultsForAbsentFields
final class PtbXlParameters implements NodeParameters {

    @Layout(ReaderDialog.PtbXlSection.class)
    @Widget(title = "Version", description = "Which of the two versions of each record is read.")
    @ValueSwitchWidget
    PtbXlRate m_rate = PtbXlRate.HZ_500;

    @Layout(ReaderDialog.PtbXlSection.class)
    @Widget(title = "Label", description = "What stands in the column Class.")
    @ValueSwitchWidget
    @ValueReference(LabelRuleReference.class)
    LabelRule m_label = LabelRule.NORMAL_OR_ABNORMAL;

    @Layout(ReaderDialog.PtbXlSection.class)
    @Widget(
            title = "Mixed records",
            description = "Records that are called normal and something else as well; the rule says nothing of them.")
    @Effect(predicate = IsBinary.class, type = EffectType.SHOW)
    Treatment m_mixed = Treatment.LEAVE_OUT;

    @Layout(ReaderDialog.PtbXlSection.class)
    @Widget(
            title = "Records without superclass",
            description = "Records of which only rhythm or form is described, without any diagnosis.")
    Treatment m_unlabelled = Treatment.LEAVE_OUT;

    @Layout(ReaderDialog.PtbXlSection.class)
    @Advanced
    @Widget(
            title = "Least likelihood (%)",
            description =
                    "Statements that the cardiologist thought less likely do not count. At 0 all count, also those"
                            + " whose likelihood is not known, as is usual.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastLikelihood;

    PtbXlOptions toOptions() {
        return new PtbXlOptions(
                m_rate.rate(), m_label.rule(), m_mixed.treatment(), m_unlabelled.treatment(), m_leastLikelihood);
    }
}
