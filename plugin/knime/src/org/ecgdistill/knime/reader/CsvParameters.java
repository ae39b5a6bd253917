package org.ecgdistill.knime.reader;

import java.util.Optional;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.recording.csv.CsvForm;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What a CSV file does not contain itself. */
@LoadDefaultsForAbsentFields
final class CsvParameters implements NodeParameters {

    enum CsvLayout {
        @Label(value = "One column per lead", description = "A file is a recording; each row is a point in time.")
        LEADS_IN_COLUMNS(CsvForm.Layout.LEADS_IN_COLUMNS),
        @Label(value = "One row per record", description = "A file is a table of recordings; each row is a recording.")
        RECORDS_IN_ROWS(CsvForm.Layout.RECORDS_IN_ROWS);

        private final CsvForm.Layout layout;

        CsvLayout(CsvForm.Layout layout) {
            this.layout = layout;
        }
    }

    static final class CsvLayoutReference implements ParameterReference<CsvLayout> {}

    static final class IsOfRows extends IsOneOf<CsvLayout> {
        IsOfRows() {
            super(CsvLayoutReference.class, CsvLayout.RECORDS_IN_ROWS);
        }
    }

    @Widget(title = "Layout", description = "What the rows and columns of a file contain.")
    @ValueSwitchWidget
    @ValueReference(CsvLayoutReference.class)
    CsvLayout m_layout = CsvLayout.LEADS_IN_COLUMNS;

    @Widget(title = "Sampling rate (Hz)", description = "Samples per second, which a CSV file does not contain.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_rate = 500;

    @Widget(
            title = "Units",
            description = "The units of the numbers (mV, uV or V), unless the file has a row of units.")
    @TextInputWidget
    String m_units = "mV";

    @Widget(title = "Label column", description = "The column with the label of each record. Empty for no labels.")
    @TextInputWidget(placeholder = "label")
    @Effect(predicate = IsOfRows.class, type = EffectType.SHOW)
    String m_label = "";

    @Widget(
            title = "Subject column",
            description = "The column that names the person of each record. If empty, each record counts as a person.")
    @TextInputWidget(placeholder = "patient")
    @Effect(predicate = IsOfRows.class, type = EffectType.SHOW)
    String m_subject = "";

    CsvForm toForm() {
        return new CsvForm(m_layout.layout, m_rate, m_units.strip(), name(m_label), name(m_subject));
    }

    private static Optional<String> name(String column) {
        return Optional.of(column.strip()).filter(name -> !name.isEmpty());
    }
}
