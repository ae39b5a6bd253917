package org.ecgdistill.knime.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.ecgdistill.nn.training.LabelCode;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

class LabelColumnsTest {

    /** KNIME's filters leave labels in the domain that are in no row any more. */
    @Test
    void theClassesAreAnnouncedOnlyIfTheRowsCannotChangeThem() throws InvalidSettingsException {
        var table = table("abnormal", "normal", "other");
        assertEquals(Optional.empty(), code(table, ""));
        assertEquals(Optional.of(List.of("not abnormal", "abnormal")), code(table, "abnormal"));
        assertEquals(Optional.empty(), code(table("abnormal", "normal"), ""));
    }

    private static Optional<List<String>> code(DataTableSpec table, String positive) throws InvalidSettingsException {
        var parameters = new LabelParameters();
        parameters.m_positive = positive;
        return LabelColumns.of(table, parameters).code(table).map(LabelCode::classes);
    }

    private static DataTableSpec table(String... labels) {
        var creator = new DataColumnSpecCreator("Class", StringCell.TYPE);
        var cells = new DataCell[labels.length];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = new StringCell(labels[i]);
        }
        creator.setDomain(new DataColumnDomainCreator(cells).createDomain());
        return new DataTableSpec(creator.createSpec());
    }
}
