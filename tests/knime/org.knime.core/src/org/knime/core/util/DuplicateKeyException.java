package org.knime.core.util;

/** Two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    public DuplicateKeyException(String message, String duplicateKey) {
        super(message);
        key = duplicateKey;
    }

    public String getKey() {
        return key;
    }
}
