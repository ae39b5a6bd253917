package org.ecgdistill.standin;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Cells within settings, as the bounds and the possible values of a column are. */
public final class CellSettings {

    private static final String CELL = "datacell";

    private CellSettings() {}

    /** @param cell may be null */
    public static void save(DataCell cell, ConfigWO config) {
        if (cell == null) {
            config.addString(CELL, null);
            return;
        }
        var name = cell.getClass().getName();
        config.addString(CELL, name);
        var content = config.addConfig(name);
        var key = cell.getClass().getSimpleName();
        if (cell instanceof StringCell text) {
            content.addString(key, text.getStringValue());
        } else if (cell instanceof DoubleCell number) {
            content.addDouble(key, number.getDoubleValue());
        } else if (cell instanceof IntCell number) {
            content.addInt(key, number.getIntValue());
        } else if (cell instanceof LongCell number) {
            content.addLong(key, number.getLongValue());
        } else if (cell instanceof BooleanCell flag) {
            content.addBoolean(key, flag.getBooleanValue());
        } else if (!(cell instanceof MissingCell)) {
            throw new UnsupportedOperationException("Config.addDataCell: a " + name);
        }
    }

    /** @return null if null was saved */
    public static DataCell load(ConfigRO config) throws InvalidSettingsException {
        var name = config.getString(CELL);
        if (name == null) {
            return null;
        }
        var content = config.getConfig(name);
        var key = name.substring(name.lastIndexOf('.') + 1);
        return switch (key) {
            case "StringCell" -> new StringCell(content.getString(key));
            case "DoubleCell" -> new DoubleCell(content.getDouble(key));
            case "IntCell" -> new IntCell(content.getInt(key));
            case "LongCell" -> new LongCell(content.getLong(key));
            case "BooleanCell" -> BooleanCellFactory.create(content.getBoolean(key));
            case "MissingCell" -> DataType.getMissingCell();
            default -> throw new UnsupportedOperationException("Config.getDataCell: a " + name);
        };
    }
}
