package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** A column: name, type, domain, and notes on it. */
public final class DataColumnSpec {

    private static final String NAME = "column_name";
    private static final String ELEMENT_NAMES = "element_names";
    private static final String TYPE = "column_type";
    private static final String DOMAIN = "column_domain";
    private static final String PROPERTIES = "column_properties";
    private static final String META_DATA = "meta_data";

    private final String name;
    private final DataType type;
    private final DataColumnDomain domain;
    private final DataColumnProperties properties;
    private final List<String> elementNames;

    DataColumnSpec(
            String name,
            DataType type,
            DataColumnDomain domain,
            DataColumnProperties properties,
            List<String> elementNames) {
        this.name = name;
        this.type = type;
        this.domain = domain;
        this.properties = properties;
        this.elementNames = List.copyOf(elementNames);
    }

    public String getName() {
        return name;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnDomain getDomain() {
        return domain;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    /** Names of the elements of a collection, empty unless somebody gave them. */
    public List<String> getElementNames() {
        return elementNames;
    }

    /** Whether a column like this can stand where the given one is expected. */
    public boolean isCompatibleWith(DataColumnSpec cspec) {
        return cspec == this || cspec != null && name.equals(cspec.name) && cspec.type.isASuperTypeOf(type);
    }

    public boolean equalStructure(DataColumnSpec cspec) {
        return cspec == this || cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
    }

    public void save(ConfigWO config) {
        config.addString(NAME, name);
        if (!elementNames.equals(List.of(name))) {
            config.addStringArray(ELEMENT_NAMES, elementNames.toArray(String[]::new));
        }
        type.save(config.addConfig(TYPE));
        domain.save(config.addConfig(DOMAIN));
        properties.save(config.addConfig(PROPERTIES));
        config.addConfig(META_DATA);
    }

    public static DataColumnSpec load(ConfigRO config) throws InvalidSettingsException {
        for (var key : config) {
            if (key.endsWith("_handler")) {
                throw new UnsupportedOperationException("DataColumnSpec.load: a column with a " + key);
            }
        }
        var name = config.getString(NAME);
        var metaData = config.containsKey(META_DATA) ? config.getConfig(META_DATA) : null;
        if (metaData != null && !metaData.keySet().isEmpty()) {
            throw new UnsupportedOperationException("DataColumnSpec.load: a column with meta data");
        }
        return new DataColumnSpec(
                name,
                DataType.load(config.getConfig(TYPE)),
                DataColumnDomain.load(config.getConfig(DOMAIN)),
                DataColumnProperties.load(config.getConfig(PROPERTIES)),
                List.of(config.getStringArray(ELEMENT_NAMES, name)));
    }

    @Override
    public boolean equals(Object o) {
        return o == this
                || o instanceof DataColumnSpec other
                        && equalStructure(other)
                        && domain.equals(other.domain)
                        && properties.equals(other.properties)
                        && elementNames.equals(other.elementNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
