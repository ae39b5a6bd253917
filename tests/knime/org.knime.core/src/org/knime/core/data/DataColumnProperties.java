package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Notes on a column: texts by name. */
public final class DataColumnProperties implements Cloneable {

    /** Saved in this class's own order, which is not that of insertion. */
    private final Properties content = new Properties();

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(Map<String, String> content) {
        this.content.putAll(content);
    }

    public boolean containsProperty(String key) {
        return content.containsKey(key);
    }

    public String getProperty(String key) {
        return content.getProperty(key);
    }

    public String getProperty(String key, String defaultValue) {
        return content.getProperty(key, defaultValue);
    }

    public int size() {
        return content.size();
    }

    public Enumeration<String> properties() {
        return Collections.enumeration(content.stringPropertyNames());
    }

    /** These properties with some added or changed. */
    public DataColumnProperties cloneAndOverwrite(Map<String, String> newProperties) {
        var clone = new DataColumnProperties();
        clone.content.putAll(content);
        clone.content.putAll(newProperties);
        return clone;
    }

    public void save(ConfigWO config) {
        for (var entry : content.entrySet()) {
            config.addString((String) entry.getKey(), (String) entry.getValue());
        }
    }

    public static DataColumnProperties load(ConfigRO config) throws InvalidSettingsException {
        var properties = new DataColumnProperties();
        for (var key : config) {
            properties.content.setProperty(key, config.getString(key));
        }
        return properties;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof DataColumnProperties other && other.content.equals(content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return content.toString();
    }
}
