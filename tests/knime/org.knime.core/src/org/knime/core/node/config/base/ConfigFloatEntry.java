package org.knime.core.node.config.base;

/** A float under a key. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final float value;

    public ConfigFloatEntry(String key, float value) {
        super(ConfigEntries.xfloat, key);
        this.value = value;
    }

    public ConfigFloatEntry(String key, String value) {
        super(ConfigEntries.xfloat, key);
        this.value = Float.parseFloat(value);
    }

    public float getFloat() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(value); // the digits of the double, as KNIME writes them
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return Float.compare(((ConfigFloatEntry) ace).value, value) == 0;
    }
}
