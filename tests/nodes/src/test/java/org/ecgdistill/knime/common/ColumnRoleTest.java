package org.ecgdistill.knime.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** Which column serves if none is chosen. */
class ColumnRoleTest {

    @Test
    void theSurroundingsOfASignalServeOnlyIfChosen() throws InvalidSettingsException {
        var context = EcgColumns.column("Context", Signals.TYPE, Map.of(EcgColumns.CONTEXT_OF, "ECG"));
        var table = new DataTableSpec(
                EcgColumns.column("Raw", Signals.TYPE), EcgColumns.column("ECG", Signals.TYPE), context);
        assertEquals(Optional.of("ECG"), ColumnRole.SIGNAL.usual(table), "the last of the others");
        assertEquals(2, ColumnRole.SIGNAL.find(table, "Context"));
        var alone = new DataTableSpec(context);
        assertThrows(InvalidSettingsException.class, () -> ColumnRole.SIGNAL.find(alone, null));
    }
}
