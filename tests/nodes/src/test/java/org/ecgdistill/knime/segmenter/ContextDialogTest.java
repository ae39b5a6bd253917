package org.ecgdistill.knime.segmenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.ecgdistill.signal.segment.ContextWindow;
import org.ecgdistill.standin.ui.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;

/** The part of the segmenter's dialog that adds a wider window. */
class ContextDialogTest {

    private static boolean showsLength(EcgSegmenterParameters parameters) {
        var input = NodeParametersUtil.createDefaultNodeSettingsContext(new PortObjectSpec[2]);
        return Dialog.open(parameters, input)
                .field("Length of the wider window (s)")
                .shown();
    }

    @Test
    void theLengthIsShownIfItIsUsed() {
        var parameters = new EcgSegmenterParameters();
        assertFalse(showsLength(parameters));
        assertEquals(Optional.empty(), parameters.m_context.toWindow());
        parameters.m_context.m_add = true;
        assertTrue(showsLength(parameters));
        parameters.m_windows = EcgSegmenterParameters.Windows.FIXED;
        assertTrue(showsLength(parameters));
        assertEquals(Optional.of(new ContextWindow(10)), parameters.m_context.toWindow());
    }
}
