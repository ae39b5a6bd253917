package org.ecgdistill.knime.reader;

import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.recording.dataset.PtbXlOptions;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What is read from PTB-XL, and which label a record gets. */
@LoadDefaultsForAbsentFields
final class PtbXlParameters implements NodeParameters {

    enum PtbXlRate {
        @Label(value = "500 Hz", description = "As recorded.")
        HZ_500(500),
        @Label(value = "100 Hz", description = "The smaller version, with a fifth of the samples.")
        HZ_100(100);

        private final int rate;

        PtbXlRate(int rate) {
            this.rate = rate;
        }
    }

    @Widget(title = "Version", description = "The version of each record that is read.")
    @ValueSwitchWidget
    PtbXlRate m_rate = PtbXlRate.HZ_500;

    enum LabelRule {
        @Label(
                value = "Normal or abnormal",
                description = "Normal if NORM is the only diagnostic superclass, abnormal if there are others and not"
                        + " NORM.")
        NORMAL_OR_ABNORMAL(PtbXlOptions.Rule.NORMAL_OR_ABNORMAL),
        @Label(
                value = "Superclasses",
                description = "All of NORM, MI, STTC, CD and HYP that the record has, separated by semicolons.")
        SUPERCLASSES(PtbXlOptions.Rule.SUPERCLASSES);

        private final PtbXlOptions.Rule rule;

        LabelRule(PtbXlOptions.Rule rule) {
            this.rule = rule;
        }
    }

    static final class LabelRuleReference implements ParameterReference<LabelRule> {}

    static final class IsBinary extends IsOneOf<LabelRule> {
        IsBinary() {
            super(LabelRuleReference.class, LabelRule.NORMAL_OR_ABNORMAL);
        }
    }

    @Widget(title = "Label", description = "The content of the column Class.")
    @ValueSwitchWidget
    @ValueReference(LabelRuleReference.class)
    LabelRule m_label = LabelRule.NORMAL_OR_ABNORMAL;

    enum Treatment {
        @Label(value = "Leave out", description = "The record is not read.")
        LEAVE_OUT(PtbXlOptions.Treatment.LEAVE_OUT),
        @Label(value = "No label", description = "The record is read; its class is missing.")
        WITHOUT_LABEL(PtbXlOptions.Treatment.WITHOUT_LABEL),
        @Label(value = "Normal", description = "The record counts as normal.")
        NORMAL(PtbXlOptions.Treatment.NORMAL),
        @Label(value = "Abnormal", description = "The record counts as abnormal.")
        ABNORMAL(PtbXlOptions.Treatment.ABNORMAL);

        private final PtbXlOptions.Treatment treatment;

        Treatment(PtbXlOptions.Treatment treatment) {
            this.treatment = treatment;
        }
    }

    @Widget(
            title = "Mixed records",
            description = "What to do with records that are diagnosed as normal and as something else.")
    @Effect(predicate = IsBinary.class, type = EffectType.SHOW)
    Treatment m_mixed = Treatment.LEAVE_OUT;

    @Widget(
            title = "Records without superclass",
            description = "What to do with records that have statements on rhythm or form but no diagnosis.")
    Treatment m_unlabelled = Treatment.LEAVE_OUT;

    @Advanced
    @Widget(
            title = "Minimum likelihood (%)",
            description = "Diagnostic statements with a lower likelihood are ignored. At 0, all statements count, even"
                    + " those of unknown likelihood.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastLikelihood;

    PtbXlOptions toOptions() {
        return new PtbXlOptions(
                m_rate.rate, m_label.rule, m_mixed.treatment, m_unlabelled.treatment, m_leastLikelihood);
    }
}
