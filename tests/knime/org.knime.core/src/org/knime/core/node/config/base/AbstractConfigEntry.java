package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Objects;

/** A key and what is stored under it. */
public abstract class AbstractConfigEntry implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries type;
    private String key;

    AbstractConfigEntry(ConfigEntries type, String key) {
        this.type = Objects.requireNonNull(type);
        setKey(key);
    }

    public final String getKey() {
        return key;
    }

    /** Only for the root of a file, whose key is known once the file is read. */
    final void setKey(String key) {
        if (key == null) {
            throw new IllegalArgumentException("Key must not be null!");
        }
        this.key = key;
    }

    public final ConfigEntries getType() {
        return type;
    }

    /** The value as it stands in the file. */
    public abstract String toStringValue();

    public final boolean isIdentical(AbstractConfigEntry ace) {
        return type == ace.type && key.equals(ace.key) && hasIdenticalValue(ace);
    }

    /** @param ace an entry of the same class */
    abstract boolean hasIdenticalValue(AbstractConfigEntry ace);

    @Override
    public String toString() {
        return key + " [" + type.name() + "] -> " + toStringValue();
    }

    @Override
    public boolean equals(Object o) {
        return o == this || o != null && o.getClass() == getClass() && isIdentical((AbstractConfigEntry) o);
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ type.hashCode();
    }
}
