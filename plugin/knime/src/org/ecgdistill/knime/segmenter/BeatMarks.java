package org.ecgdistill.knime.segmenter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.knime.common.Cells;
import org.ecgdistill.knime.common.ColumnRole;
import org.ecgdistill.knime.common.Rows;
import org.ecgdistill.signal.segment.BeatMark;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The annotations table as marks of each record.
 *
 * @param ofRecord by the record's name
 * @param incomplete rows in which the record, the time or the symbol is missing
 */
record BeatMarks(Map<String, List<BeatMark>> ofRecord, int incomplete) {

    /** The columns that the parameters select, as indices. */
    record Columns(int record, int time, int symbol) {

        static Columns of(DataTableSpec table, EcgSegmenterParameters parameters) throws InvalidSettingsException {
            return new Columns(
                    ColumnRole.RECORD.find(table, parameters.m_annotationRecord),
                    ColumnRole.TIME.find(table, parameters.m_annotationTime),
                    ColumnRole.SYMBOL.find(table, parameters.m_annotationSymbol));
        }
    }

    static BeatMarks read(BufferedDataTable table, Columns columns, Progress progress) {
        var marks = new HashMap<String, List<BeatMark>>();
        var incomplete = 0;
        try (var rows = new Rows(table, "Reading annotations,", progress)) {
            while (rows.hasNext()) {
                var row = rows.next();
                var record = row.getCell(columns.record());
                var time = row.getCell(columns.time());
                var symbol = row.getCell(columns.symbol());
                if (record.isMissing() || time.isMissing() || symbol.isMissing()) {
                    incomplete++;
                } else {
                    marks.computeIfAbsent(record.toString(), name -> new ArrayList<>())
                            .add(new BeatMark(Cells.number(time), symbol.toString()));
                }
            }
        }
        return new BeatMarks(marks, incomplete);
    }

    Optional<List<BeatMark>> of(String record) {
        return Optional.ofNullable(ofRecord.get(record));
    }
}
