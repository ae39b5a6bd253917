package org.knime.core.node.config.base;

import java.util.Objects;

/** A text, may be null. */
public final class ConfigStringEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final String value;

    public ConfigStringEntry(String key, String value) {
        super(ConfigEntries.xstring, key);
        this.value = value;
    }

    public String getString() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value;
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return Objects.equals(((ConfigStringEntry) ace).value, value);
    }
}
