package org.ecgdistill.knime.reader;

import java.util.Optional;
import org.ecgdistill.knime.reader.ReaderChoices.CsvLayout;
import org.ecgdistill.knime.reader.ReaderDialog.CsvLayoutReference;
import org.ecgdistill.knime.reader.ReaderDialog.IsOfRows;
import org.ecgdistill.recording.csv.CsvForm;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** What a CSV file does not say of itself. */
@LoadDefaultsForAbsentFields
final class CsvParameters implements NodeParameters {

    @Layout(ReaderDialog.CsvSection.class)
    @Widget(title = "Layout", description = "What a row and a column are.")
    @ValueSwitchWidget
    @ValueReference(CsvLayoutReference.class)
    CsvLayout m_layout = CsvLayout.LEADS_IN_COLUMNS;

    @Layout(ReaderDialog.CsvSection.class)
    @Widget(title = "Sampling rate (Hz)", description = "Samples per second; a CSV file does not say it.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_rate = 500;

    @Layout(ReaderDialog.CsvSection.class)
    @Widget(title = "Units", description = "Of the numbers, unless the file has a row of units: mV, uV or V.")
    @TextInputWidget
    String m_units = "mV";

    @Layout(ReaderDialog.CsvSection.class)
    @Widget(title = "Label column", description = "The column with the label of each record; empty if there is none.")
    @TextInputWidget(placeholder = "label")
    @Effect(predicate = IsOfRows.class, type = EffectType.SHOW)
    String m_label = "";

    @Layout(ReaderDialog.CsvSection.class)
    @Widget(
            title = "Subject column",
            description = "The column that names the person of each record; empty if there is none, then each record"
                    + " counts as a person.")
    @TextInputWidget(placeholder = "patient")
    @Effect(predicate = IsOfRows.class, type = EffectType.SHOW)
    String m_subject = "";

    CsvForm toForm() {
        return new CsvForm(m_layout.layout(), m_rate, m_units.strip(), name(m_label), name(m_subject));
    }

    private static Optional<String> name(String column) {
        return column.isBlank() ? Optional.empty() : Optional.of(column.strip());
    }
}
