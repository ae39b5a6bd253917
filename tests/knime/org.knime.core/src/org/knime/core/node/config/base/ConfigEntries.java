package org.knime.core.node.config.base;

/** The types of entries, named as in the file. */
public enum ConfigEntries {
    xstring {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigStringEntry(key, value);
        }
    },
    xint {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigIntEntry(key, value);
        }
    },
    xdouble {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigDoubleEntry(key, value);
        }
    },
    xfloat {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigFloatEntry(key, value);
        }
    },
    xlong {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigLongEntry(key, value);
        }
    },
    xshort {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigShortEntry(key, value);
        }
    },
    xbyte {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigByteEntry(key, value);
        }
    },
    xchar {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigCharEntry(key, value);
        }
    },
    xboolean {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigBooleanEntry(key, value);
        }
    },
    config {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            throw new UnsupportedOperationException("ConfigEntries.config.createEntry");
        }
    },
    xpassword {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            return new ConfigPasswordEntry(key, value);
        }
    },
    xtransientstring {
        @Override
        public AbstractConfigEntry createEntry(String key, String value) {
            throw new IllegalStateException(
                    "A transient text is never saved, but \"" + key + "\" was found in a file.");
        }
    };

    /** Reads an entry from the text of a file. */
    public abstract AbstractConfigEntry createEntry(String key, String value);
}
