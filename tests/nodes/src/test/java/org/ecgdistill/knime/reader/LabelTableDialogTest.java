package org.ecgdistill.knime.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.dataset.LabelOptions;
import org.ecgdistill.standin.ui.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;

/** The part of the reader's dialog that chooses a table of labels. */
class LabelTableDialogTest {

    private static List<String> shown(EcgReaderParameters parameters) {
        var input = NodeParametersUtil.createDefaultNodeSettingsContext(new PortObjectSpec[0]);
        return Dialog.open(parameters, input).fields().stream()
                .filter(field -> field.path().startsWith("labels/") && field.shown())
                .map(Dialog.Field::title)
                .toList();
    }

    @Test
    void theTableIsShownIfItIsUsed() {
        var parameters = new EcgReaderParameters();
        assertEquals(List.of("Labels"), shown(parameters));
        parameters.m_labels.m_from = LabelTableParameters.LabelsFrom.TABLE;
        assertEquals(
                List.of("Labels", "Label file", "Record column", "Label column", "Subject column", "Header"),
                shown(parameters));
    }

    @Test
    void withoutAFileTheTableIsLookedForBesideTheRecordings() throws Exception {
        var labels = new LabelTableParameters();
        assertEquals(Optional.empty(), labels.read(Progress.NONE));
        labels.m_from = LabelTableParameters.LabelsFrom.TABLE;
        assertEquals(Optional.of(LabelOptions.DEFAULT), labels.read(Progress.NONE));
    }
}
