package org.knime.filehandling.core.connections;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.knime.core.node.util.CheckUtils;

/** A place in a file system. */
public final class FSLocation implements FSLocationSpec, Serializable {

    private static final long serialVersionUID = 1L;

    /** No place. */
    public static final FSLocation NULL = new FSLocation();

    private final String m_category;
    private final String m_specifier;
    private final String m_path;

    private FSLocation() {
        m_category = null;
        m_specifier = null;
        m_path = null;
    }

    public FSLocation(FSCategory fsCategory, String path) {
        this(fsCategory.toString(), null, path);
    }

    public FSLocation(String fsCategory, String path) {
        this(fsCategory, null, path);
    }

    public FSLocation(FSCategory fsCategory, String fsSpecifier, String path) {
        this(fsCategory.toString(), fsSpecifier, path);
    }

    public FSLocation(String fsCategory, String fsSpecifier, String path) {
        m_category = CheckUtils.checkArgumentNotNull(fsCategory, "The file system category must not be null.");
        m_specifier = fsSpecifier;
        m_path = CheckUtils.checkArgumentNotNull(path, "The path must not be null.");
    }

    public String getPath() {
        return m_path;
    }

    @Override
    public String getFileSystemCategory() {
        return m_category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(m_specifier);
    }

    /** URLs are equal whatever their specifier (a time-out in milliseconds). */
    @Override
    public boolean equals(Object obj) {
        return obj instanceof FSLocation other
                && Objects.equals(m_category, other.m_category)
                && Objects.equals(comparedSpecifier(), other.comparedSpecifier())
                && Objects.equals(m_path, other.m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_category, comparedSpecifier(), m_path);
    }

    private String comparedSpecifier() {
        return FSCategory.CUSTOM_URL.toString().equals(m_category) ? null : m_specifier;
    }

    @Override
    public String toString() {
        if (this == NULL) {
            return "NULL";
        }
        return "(" + m_category + ", " + (m_specifier == null ? "" : m_specifier + ", ") + m_path + ")";
    }
}
