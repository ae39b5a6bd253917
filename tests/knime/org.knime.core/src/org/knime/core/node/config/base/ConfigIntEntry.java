package org.knime.core.node.config.base;

/** An integer under a key. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final int value;

    public ConfigIntEntry(String key, int value) {
        super(ConfigEntries.xint, key);
        this.value = value;
    }

    public ConfigIntEntry(String key, String value) {
        super(ConfigEntries.xint, key);
        this.value = Integer.parseInt(value);
    }

    public int getInt() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return ((ConfigIntEntry) ace).value == value;
    }
}
