package org.knime.core.node.config.base;

/** A long under a key. */
public final class ConfigLongEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final long value;

    public ConfigLongEntry(String key, long value) {
        super(ConfigEntries.xlong, key);
        this.value = value;
    }

    public ConfigLongEntry(String key, String value) {
        super(ConfigEntries.xlong, key);
        this.value = Long.parseLong(value);
    }

    public long getLong() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return ((ConfigLongEntry) ace).value == value;
    }
}
