package org.ecgdistill.knime.reader;

import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.EcgColumns;
import org.ecgdistill.recording.dataset.RecordStatus;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** The status table: one row for each record found. */
final class StatusTable {

    static final DataTableSpec SPEC = new DataTableSpec(
            EcgColumns.RECORD, EcgColumns.text("File"), EcgColumns.text("Status"), EcgColumns.text("Message"));
    private static final StringCell READ = new StringCell("read");
    private static final StringCell SKIPPED = new StringCell("skipped");

    private StatusTable() {}

    static DataCell[] cells(RecordStatus status) {
        return new DataCell[] {
            new StringCell(status.record()),
            new StringCell(status.file()),
            status.isRead() ? READ : SKIPPED,
            Cells.unlessEmpty(status.message())
        };
    }
}
