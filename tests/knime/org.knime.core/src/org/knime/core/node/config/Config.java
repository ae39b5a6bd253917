package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.ecgdistill.standin.CellSettings;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A tree of settings that also holds cells, types and row keys. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;
    private static final String ARRAY_SIZE = "array-size";
    private static final String IS_NULL = "is_null";

    protected Config(String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(String key) {
        var config = getInstance(key);
        put(config);
        return config;
    }

    protected final void addConfig(Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(String key) throws InvalidSettingsException {
        if (get(key) instanceof Config config) {
            return config;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    @Override
    public void addDataCell(String key, DataCell cell) {
        CellSettings.save(cell, addConfig(key));
    }

    @Override
    public DataCell getDataCell(String key) throws InvalidSettingsException {
        return CellSettings.load(getConfig(key));
    }

    @Override
    public DataCell getDataCell(String key, DataCell def) {
        try {
            return getDataCell(key);
        } catch (InvalidSettingsException ex) {
            return def;
        }
    }

    @Override
    public void addDataCellArray(String key, DataCell... values) {
        var config = addConfig(key);
        if (values != null) {
            config.addInt(ARRAY_SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                config.addDataCell(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public DataCell[] getDataCellArray(String key) throws InvalidSettingsException {
        var config = getConfig(key);
        var size = config.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        var cells = new DataCell[size];
        for (var i = 0; i < size; i++) {
            cells[i] = config.getDataCell(Integer.toString(i));
        }
        return cells;
    }

    @Override
    public DataCell[] getDataCellArray(String key, DataCell... def) {
        try {
            return getDataCellArray(key);
        } catch (InvalidSettingsException ex) {
            return def;
        }
    }

    @Override
    public void addDataType(String key, DataType type) {
        var config = addConfig(key);
        if (type != null) {
            type.save(config);
        }
        config.addBoolean(IS_NULL, type == null);
    }

    @Override
    public DataType getDataType(String key) throws InvalidSettingsException {
        var config = getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(String key, DataType def) {
        try {
            return getDataType(key);
        } catch (InvalidSettingsException ex) {
            return def;
        }
    }

    @Override
    public void addDataTypeArray(String key, DataType... values) {
        var config = addConfig(key);
        if (values != null) {
            config.addInt(ARRAY_SIZE, values.length);
            for (var i = 0; i < values.length; i++) {
                config.addDataType(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public DataType[] getDataTypeArray(String key) throws InvalidSettingsException {
        var config = getConfig(key);
        var size = config.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        var types = new DataType[size];
        for (var i = 0; i < size; i++) {
            types[i] = config.getDataType(Integer.toString(i));
        }
        return types;
    }

    @Override
    public DataType[] getDataTypeArray(String key, DataType... v) {
        try {
            return getDataTypeArray(key);
        } catch (InvalidSettingsException ex) {
            return v;
        }
    }

    @Override
    public void addRowKey(String key, RowKey rowKey) {
        addString(key, rowKey == null ? null : rowKey.getString());
    }

    @Override
    public RowKey getRowKey(String key) throws InvalidSettingsException {
        var name = getString(key);
        return name == null ? null : new RowKey(name);
    }

    @Override
    public RowKey getRowKey(String key, RowKey def) {
        try {
            return getRowKey(key);
        } catch (InvalidSettingsException ex) {
            return def;
        }
    }

    protected static Config loadFromXML(Config config, InputStream in) throws IOException {
        config.load(Objects.requireNonNull(in));
        return config;
    }
}
