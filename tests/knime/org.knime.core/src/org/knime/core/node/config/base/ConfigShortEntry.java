package org.knime.core.node.config.base;

/** A short under a key. */
public final class ConfigShortEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final short value;

    public ConfigShortEntry(String key, short value) {
        super(ConfigEntries.xshort, key);
        this.value = value;
    }

    public ConfigShortEntry(String key, String value) {
        super(ConfigEntries.xshort, key);
        this.value = Short.parseShort(value);
    }

    public short getShort() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Short.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return ((ConfigShortEntry) ace).value == value;
    }
}
