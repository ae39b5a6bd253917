package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.util.Objects;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.Label;

/** A file, or the files of a folder, that the analyst chose. */
public final class MultiFileSelection<F extends FileChooserFilters> implements Persistable, WidgetGroup {

    @Widget(title = "Type", description = "One file, or the files of a folder.")
    public FileOrFolder m_fileOrFolder = FileOrFolder.FILE;

    @Widget(title = "Source", description = "The file or folder.")
    public FSLocation m_path;

    @Widget(title = "Include Subfolders", description = "Whether to look into the folders of the folder too.")
    public boolean m_includeSubfolders;

    public F m_filters;

    MultiFileSelection() {
        // filled when loaded
    }

    public MultiFileSelection(F filters) {
        this(filters, new FSLocation(FSCategory.LOCAL, ""));
    }

    public MultiFileSelection(F filters, FSLocation path) {
        m_filters = Objects.requireNonNull(filters);
        m_path = Objects.requireNonNull(path);
    }

    /** What the path is. */
    public enum FileOrFolder {
        @Label(value = "File", description = "One file.")
        FILE,
        @Label(value = "Folder", description = "All files of a folder, or those that pass the filters.")
        FOLDER
    }
}
