package org.knime.core.node.config.base;

/** A byte under a key. */
public final class ConfigByteEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final byte value;

    public ConfigByteEntry(String key, byte value) {
        super(ConfigEntries.xbyte, key);
        this.value = value;
    }

    public ConfigByteEntry(String key, String value) {
        super(ConfigEntries.xbyte, key);
        this.value = Byte.parseByte(value);
    }

    public byte getByte() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Byte.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return ((ConfigByteEntry) ace).value == value;
    }
}
