package org.ecgdistill.knime.reader;

import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.IsOneOf;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.recording.csv.TextTable;
import org.ecgdistill.recording.dataset.LabelOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
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
import org.knime.node.parameters.widget.text.TextInputWidget;

/** A table beside the recordings that holds their labels. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class LabelTableParameters implements NodeParameters {

    enum LabelsFrom {
        @Label(
                value = "Recordings",
                description = "The column Class holds the label that the recordings come with, as in PTB-XL; otherwise"
                        + " it is missing.")
        RECORDINGS,
        @Label(
                value = "CSV file",
                description = "The column Class holds the label that a table gives for each recording, such as"
                        + " REFERENCE.csv of PhysioNet's challenges.")
        TABLE
    }

    static final class LabelsFromReference implements ParameterReference<LabelsFrom> {}

    static final class IsTable extends IsOneOf<LabelsFrom> {
        IsTable() {
            super(LabelsFromReference.class, LabelsFrom.TABLE);
        }
    }

    @Widget(title = "Labels", description = "Where the labels come from. Those of a CSV file replace all others.")
    @ValueSwitchWidget
    @ValueReference(LabelsFromReference.class)
    LabelsFrom m_from = LabelsFrom.RECORDINGS;

    @Widget(
            title = "Label file",
            description = "A CSV file with a row for each recording: its name, with or without folder and extension,"
                    + " and its label. If no file is chosen, REFERENCE.csv, another file whose name begins with"
                    + " REFERENCE, or labels.csv is read from the folder of the recordings.")
    @FileReaderWidget(fileExtensions = {"csv", "tsv", "txt"})
    @Effect(predicate = IsTable.class, type = EffectType.SHOW)
    FileSelection m_file = new FileSelection();

    @Widget(
            title = "Record column",
            description = "The name or the number of the column with the recordings. If empty, a column called record,"
                    + " file, id or similar, or the first column in which recordings are named.")
    @TextInputWidget(placeholder = "record")
    @Effect(predicate = IsTable.class, type = EffectType.SHOW)
    String m_record = "";

    @Widget(
            title = "Label column",
            description =
                    "The name or the number of the column with the labels. If empty, a column called label, class,"
                            + " diagnosis or similar; without a header, the column after the recordings.")
    @TextInputWidget(placeholder = "label")
    @Effect(predicate = IsTable.class, type = EffectType.SHOW)
    String m_label = "";

    @Widget(
            title = "Subject column",
            description = "The name or the number of the column with the recorded person. If empty, a column called"
                    + " subject, patient or similar; without such a column, the setting Subject applies.")
    @TextInputWidget(placeholder = "subject")
    @Effect(predicate = IsTable.class, type = EffectType.SHOW)
    String m_subject = "";

    enum FirstRow {
        @Label(value = "Automatic", description = "The first row is a header if it contains a usual name of a column.")
        AUTO(LabelOptions.HeaderRow.DETECTED),
        @Label(value = "Yes", description = "The first row names the columns.")
        YES(LabelOptions.HeaderRow.PRESENT),
        @Label(value = "No", description = "The first row is a recording.")
        NO(LabelOptions.HeaderRow.ABSENT);

        private final LabelOptions.HeaderRow header;

        FirstRow(LabelOptions.HeaderRow header) {
            this.header = header;
        }
    }

    @Advanced
    @Widget(title = "Header", description = "Whether the first row of the label file names the columns.")
    @ValueSwitchWidget
    @Effect(predicate = IsTable.class, type = EffectType.SHOW)
    FirstRow m_header = FirstRow.AUTO;

    void check() throws InvalidSettingsException {
        Places.check(m_file.getFSLocation());
    }

    /** Reads the chosen table; without a choice, it is looked for beside the recordings. */
    Optional<LabelOptions> read(Progress progress) throws KNIMEException, InvalidSettingsException {
        if (m_from == LabelsFrom.RECORDINGS) {
            return Optional.empty();
        }
        var options = new LabelOptions(Optional.empty(), m_header.header, m_record, m_label, m_subject);
        var place = m_file.getFSLocation();
        return Optional.of(
                Places.isChosen(place)
                        ? options.with(Places.read(place, file -> TextTable.read(file, progress)))
                        : options);
    }
}
