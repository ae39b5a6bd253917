package org.knime.core.node.config.base;

/** A boolean under a key. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final boolean value;

    public ConfigBooleanEntry(String key, boolean value) {
        super(ConfigEntries.xboolean, key);
        this.value = value;
    }

    public ConfigBooleanEntry(String key, String value) {
        super(ConfigEntries.xboolean, key);
        this.value = Boolean.parseBoolean(value);
    }

    public boolean getBoolean() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return ((ConfigBooleanEntry) ace).value == value;
    }
}
