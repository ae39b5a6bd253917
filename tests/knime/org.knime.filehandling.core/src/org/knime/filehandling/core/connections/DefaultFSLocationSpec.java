package org.knime.filehandling.core.connections;

import java.util.Objects;
import java.util.Optional;

/** A file system. */
public class DefaultFSLocationSpec implements FSLocationSpec {

    private final String m_category;
    private final String m_specifier;

    public DefaultFSLocationSpec(String fsCategory, String fileSystemSpecifier) {
        m_category = fsCategory;
        m_specifier = fileSystemSpecifier;
    }

    public DefaultFSLocationSpec(String fsCategory) {
        this(fsCategory, null);
    }

    public DefaultFSLocationSpec(FSCategory fsCategory, String fileSystemSpecifier) {
        this(fsCategory.toString(), fileSystemSpecifier);
    }

    public DefaultFSLocationSpec(FSCategory fsCategory) {
        this(fsCategory, null);
    }

    @Override
    public String getFileSystemCategory() {
        return m_category;
    }

    @Override
    public Optional<String> getFileSystemSpecifier() {
        return Optional.ofNullable(m_specifier);
    }

    @Override
    public boolean equals(Object obj) {
        return obj != null && getClass() == obj.getClass() && FSLocationSpec.areEqual(this, (FSLocationSpec) obj);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_category, m_specifier);
    }

    @Override
    public String toString() {
        return "(" + m_category + (m_specifier == null ? "" : ", " + m_specifier) + ")";
    }
}
