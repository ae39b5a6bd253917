package org.ecgdistill.knime.common;

import org.ecgdistill.signal.AamiClass;
import org.ecgdistill.signal.Annotation;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The annotations table: one row for each beat, and for whatever else is marked in a recording. */
public final class AnnotationColumns {

    /** The sample's time is in seconds from the start of the record; other annotations than beats have no AAMI class. */
    public static final DataTableSpec TABLE = new DataTableSpec(
            EcgColumns.RECORD,
            EcgColumns.column("Sample", LongCell.TYPE),
            EcgColumns.number("Time"),
            EcgColumns.text("Symbol"),
            EcgColumns.text("Class AAMI"),
            EcgColumns.column("Subtype", IntCell.TYPE),
            EcgColumns.column("Channel", IntCell.TYPE),
            EcgColumns.text("Aux"));

    private AnnotationColumns() {}

    /** One row of that table. */
    public static DataCell[] cells(String record, double rate, Annotation annotation) {
        return new DataCell[] {
            new StringCell(record),
            new LongCell(annotation.sample()),
            new DoubleCell(annotation.sample() / rate),
            new StringCell(annotation.symbol()),
            Cells.of(AamiClass.of(annotation.symbol()).map(AamiClass::name)),
            new IntCell(annotation.subtype()),
            new IntCell(annotation.channel()),
            Cells.unlessEmpty(annotation.aux())
        };
    }
}
