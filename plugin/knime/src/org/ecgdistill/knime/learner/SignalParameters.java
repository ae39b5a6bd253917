package org.ecgdistill.knime.learner;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.IsOneOf;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;

/** The columns with the signals. */
@LoadDefaultsForAbsentFields
@Layout(LearnerSections.SignalsSection.class)
public final class SignalParameters implements NodeParameters {

    static final class LayoutReference implements ParameterReference<LeadLayout> {}

    static final class IsColumns extends IsOneOf<LeadLayout> {
        IsColumns() {
            super(LayoutReference.class, LeadLayout.COLUMNS);
        }
    }

    static final class IsRows extends IsOneOf<LeadLayout> {
        IsRows() {
            super(LayoutReference.class, LeadLayout.ROWS);
        }
    }

    @Widget(title = "Leads", description = "How the leads of a recording are arranged in the table.")
    @ValueSwitchWidget
    @ValueReference(LayoutReference.class)
    LeadLayout m_layout = LeadLayout.ONE;

    @Widget(
            title = "Signal column",
            description = "Lists of samples in mV. Without a choice, the column \"Signal\" or the last one with lists.")
    @ChoicesProvider(ColumnChoices.OfSignal.class)
    @Effect(predicate = IsColumns.class, type = EffectType.HIDE)
    String m_signal;

    @Widget(
            title = "Lead columns",
            description = "One column of samples for each lead. Columns named after the twelve standard leads"
                    + " are brought into the usual order: I, II, III, aVR, aVL, aVF, V1 to V6.")
    @ColumnFilterWidget(choicesProvider = ColumnChoices.OfSignal.class)
    @Effect(predicate = IsColumns.class, type = EffectType.SHOW)
    ColumnFilter m_leadColumns = new ColumnFilter();

    @Widget(
            title = "Record column",
            description = "Identifies the recording of a row. Without a choice, the column \"Record\".")
    @ChoicesProvider(ColumnChoices.OfRecord.class)
    @Effect(predicate = IsRows.class, type = EffectType.SHOW)
    String m_record;

    @Widget(
            title = "Lead column",
            description =
                    "The lead of a row. Without a choice, the column \"Lead\". None: the lead is unknown, which is possible only if each row is a recording.")
    @ChoicesProvider(ColumnChoices.OfLeadOrNone.class)
    @Effect(predicate = IsColumns.class, type = EffectType.HIDE)
    String m_lead;

    @Widget(
            title = "Sampling rate column",
            description = "Samples per second of each row. Without a choice, the column \"Sampling rate\" if there is"
                    + " one. None: the rates are unknown.")
    @ChoicesProvider(ColumnChoices.OfSamplingRateOrNone.class)
    String m_samplingRate;

    /** Shows in a new dialog which columns are used. */
    public void chooseFrom(DataTableSpec table) {
        m_signal = ColumnRole.SIGNAL.usual(table).orElse(null);
        m_record = ColumnRole.RECORD.usual(table).orElse(null);
        m_lead = ColumnRole.LEAD.usual(table).orElse(null);
        m_samplingRate = ColumnRole.SAMPLING_RATE.usual(table).orElse(null);
    }
}
