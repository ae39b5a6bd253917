package org.knime.core.node.config.base;

/** A double under a key. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final double value;

    public ConfigDoubleEntry(String key, double value) {
        super(ConfigEntries.xdouble, key);
        this.value = value;
    }

    public ConfigDoubleEntry(String key, String value) {
        super(ConfigEntries.xdouble, key);
        this.value = Double.parseDouble(value);
    }

    public double getDouble() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(value);
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return Double.compare(((ConfigDoubleEntry) ace).value, value) == 0;
    }
}
