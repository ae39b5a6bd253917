package org.ecgdistill.knime.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.ecgdistill.standin.ui.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

class ColumnChoicesTest {

    /** What is stored for "None"; it stays for ever. */
    private static final String NONE = "<none>";

    private static List<?> choices(String parameters, String title) throws ReflectiveOperationException {
        // A sampling rate is a number, all other columns here may hold text.
        var type = title.startsWith("Sampling") ? DoubleCell.TYPE : StringCell.TYPE;
        var specs = new PortObjectSpec[] {new DataTableSpec(EcgColumns.column("Any", type))};
        var constructor = Class.forName("org.ecgdistill.knime." + parameters).getDeclaredConstructor();
        constructor.setAccessible(true);
        return Dialog.open(
                        (NodeParameters) constructor.newInstance(),
                        NodeParametersUtil.createDefaultNodeSettingsContext(specs))
                .field(title)
                .choices();
    }

    /** The dialogs of all nodes offer it for these columns, before the table's. */
    @Test
    void theDialogsOfferNone() throws ReflectiveOperationException {
        var fields = Map.of(
                "scorer.CvScorerParameters", List.of("Fold column", "Subject column"),
                "learner.LabelParameters", List.of("Fold column", "Subject column"),
                "learner.SignalParameters", List.of("Lead column", "Sampling rate column"),
                "folds.FoldAssignerParameters", List.of("Subject column"));
        for (var entry : fields.entrySet()) {
            for (var title : entry.getValue()) {
                assertEquals(List.of(NONE, "Any"), choices(entry.getKey(), title), entry + " " + title);
            }
        }
        assertEquals(List.of("Any"), choices("learner.LabelParameters", "Label column"));
    }
}
