package org.knime.core.node.config.base;

import java.util.Objects;

/** A password as it is stored, encrypted by whoever wrote it. */
public final class ConfigPasswordEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final String value;

    public ConfigPasswordEntry(String key, String value) {
        super(ConfigEntries.xpassword, key);
        this.value = value;
    }

    public String getPassword() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value;
    }

    @Override
    boolean hasIdenticalValue(AbstractConfigEntry ace) {
        return Objects.equals(((ConfigPasswordEntry) ace).value, value);
    }
}
