package org.ecgdistill.knime.onnx;

import org.ecgdistill.knime.common.ColumnChoices;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.knime.learner.LearnerSections;
import org.ecgdistill.knime.learner.SignalParameters;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** What the analyst sets: the file, the precision of its numbers, and the columns to check it with. */
@SuppressWarnings("restriction") // the file chooser has no public counterpart yet
@LoadDefaultsForAbsentFields
final class OnnxWriterParameters implements NodeParameters {

    @Section(title = "File")
    @Before(LearnerSections.SignalsSection.class)
    interface FileSection {}

    enum WeightFormat {
        @Label(value = "As trained", description = "Four bytes for each number.")
        WHOLE,
        @Label(
                value = "Bytes (int8)",
                description = "One byte for each weight of convolutions and dense layers: a quarter of the size.")
        BYTES
    }

    @Layout(FileSection.class)
    @Widget(
            title = "File",
            description =
                    "The file to write. An existing file is replaced. Without a choice, no file is written, and the"
                            + " table shows what it would lose.")
    @FileWriterWidget(fileExtension = "onnx")
    FileSelection m_file = new FileSelection();

    @Layout(FileSection.class)
    @Widget(title = "Precision", description = "The precision of the numbers in the file.")
    @ValueSwitchWidget
    WeightFormat m_precision = WeightFormat.WHOLE;

    SignalParameters m_signals = new SignalParameters();

    @Layout(LearnerSections.LabelsSection.class)
    @Widget(
            title = "Label column",
            description = "The true classes, named as in training. Without a choice, the column \"Class\".")
    @ChoicesProvider(ColumnChoices.OfLabel.class)
    String m_label;

    OnnxWriterParameters() {}

    /** A new node that is connected to another shows in its dialog which columns it uses. */
    OnnxWriterParameters(NodeParametersInput input) {
        input.getInTableSpec(1).ifPresent(table -> {
            m_signals.chooseFrom(table);
            m_label = ColumnRole.LABEL.usual(table).orElse(null);
        });
    }

    boolean hasFile() {
        return Places.isChosen(file());
    }

    FSLocation file() {
        return m_file.getFSLocation();
    }
}
