package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.util.Objects;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.persistence.Persistable;

/** A file that the analyst chose. */
public final class FileSelection implements Persistable {

    public FSLocation m_path;

    public FileSelection() {
        this(new FSLocation(FSCategory.LOCAL, ""));
    }

    public FileSelection(FSLocation fsLocation) {
        m_path = fsLocation;
    }

    public FSLocation getFSLocation() {
        return m_path;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof FileSelection other && Objects.equals(m_path, other.m_path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_path);
    }
}
