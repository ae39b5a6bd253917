package org.ecgdistill.knime.common;

import java.util.Map;
import java.util.TreeMap;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** The columns that our nodes pass on to each other, recognised by their names. */
public final class EcgColumns {

    /** Names one recording. */
    public static final DataColumnSpec RECORD = column("Record", StringCell.TYPE);

    /** Names the person; rows of one person must never be divided over folds. */
    public static final DataColumnSpec SUBJECT = column("Subject", StringCell.TYPE);

    public static final DataColumnSpec LEAD = column("Lead", StringCell.TYPE);

    /** In Hz. */
    public static final DataColumnSpec SAMPLING_RATE = column("Sampling rate", DoubleCell.TYPE);

    /** In mV. */
    public static final DataColumnSpec SIGNAL = column("Signal", Signals.TYPE);

    /** The label to learn. */
    public static final DataColumnSpec CLASS = column("Class", StringCell.TYPE);

    /** From 0; missing in rows that take no part in cross-validation. */
    public static final DataColumnSpec FOLD = column("Fold", IntCell.TYPE);

    /** A property of a column that was made from another: the name of that one. */
    public static final String MADE_FROM = "ecgdistill.madeFrom";

    /** A property of a column with the wider surroundings of a signal: the name of the signal's column. */
    public static final String CONTEXT_OF = "ecgdistill.contextOf";

    private EcgColumns() {}

    public static DataColumnSpec column(String name, DataType type) {
        return column(name, type, Map.of());
    }

    public static DataColumnSpec column(String name, DataType type, Map<String, String> properties) {
        var column = new DataColumnSpecCreator(name, type);
        column.setProperties(new DataColumnProperties(properties));
        return column.createSpec();
    }

    public static Map<String, String> properties(DataColumnSpec column) {
        var properties = new TreeMap<String, String>();
        var all = column.getProperties();
        all.properties().asIterator().forEachRemaining(key -> properties.put(key, all.getProperty(key)));
        return properties;
    }

    public static DataColumnSpec text(String name) {
        return column(name, StringCell.TYPE);
    }

    public static DataColumnSpec number(String name) {
        return column(name, DoubleCell.TYPE);
    }
}
