package org.knime.core.node.config.base;

/** A character under a key. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final char value;

    public ConfigCharEntry(String key, char value) {
        super(ConfigEntries.xchar, key);
        this.value = value;
    }

    public ConfigCharEntry(String key, String value) {
        super(ConfigEntries.xchar, key);
        this.value = single(value);
    }

    public char getChar() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return ((ConfigCharEntry) ace).value == value;
    }

    private static char single(String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("A character entry takes one character, but got \"" + value + "\".");
        }
        return value.charAt(0);
    }
}
