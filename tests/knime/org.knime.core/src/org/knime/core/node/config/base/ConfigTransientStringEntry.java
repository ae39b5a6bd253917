package org.knime.core.node.config.base;

import java.util.Objects;

/** A text that is never saved. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {

    public static final String HIDDEN_VALUE = "<hidden value>";
    private static final long serialVersionUID = 1L;

    private final String value;

    public ConfigTransientStringEntry(String key, String value) {
        super(ConfigEntries.xtransientstring, key);
        this.value = value;
    }

    public String getTransientString() {
        return value;
    }

    @Override
    public String toStringValue() {
        return HIDDEN_VALUE;
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return Objects.equals(((ConfigTransientStringEntry) ace).value, value);
    }
}
