package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.Optional;
import org.knime.core.node.util.CheckUtils;

/** A file system of KNIME as Java's file functions see it. */
public abstract class FSFileSystem<T extends FSPath> extends FileSystem {

    private final FSLocationSpec m_location;
    private final String m_workingDirectory;
    private boolean m_isOpen = true;

    public FSFileSystem(FSLocationSpec fsLocationSpec, String workingDir) {
        m_location = fsLocationSpec;
        m_workingDirectory = workingDir;
    }

    public final FSLocationSpec getFSLocationSpec() {
        return m_location;
    }

    public final FSCategory getFileSystemCategory() {
        return m_location.getFSCategory();
    }

    public final Optional<String> getFileSystemSpecifier() {
        return m_location.getFileSystemSpecifier();
    }

    @Override
    public synchronized boolean isOpen() {
        return m_isOpen;
    }

    /** Only the connection closes its file system. */
    @Override
    public final void close() throws IOException {
        // see ensureClosed
    }

    final synchronized void ensureClosed() throws IOException {
        if (m_isOpen) {
            m_isOpen = false;
            ensureClosedInternal();
        }
    }

    protected abstract void ensureClosedInternal() throws IOException;

    public T getWorkingDirectory() {
        return getPath(m_workingDirectory);
    }

    public boolean isCompatible(FSLocationSpec fsLocationSpec) {
        return FSLocationSpec.areEqual(
                new DefaultFSLocationSpec(
                        getFileSystemCategory(), getFileSystemSpecifier().orElse(null)),
                new DefaultFSLocationSpec(
                        fsLocationSpec.getFileSystemCategory(),
                        fsLocationSpec.getFileSystemSpecifier().orElse(null)));
    }

    public void checkCompatibility(FSLocationSpec fsLocationSpec) {
        CheckUtils.checkArgument(
                isCompatible(fsLocationSpec),
                "%s does not belong to the file system %s %s.",
                fsLocationSpec,
                getFileSystemCategory(),
                getFileSystemSpecifier().orElse(""));
    }

    public T getPath(FSLocation fsLocation) {
        return getPath(fsLocation.getPath());
    }

    @Override
    public abstract T getPath(String first, String... more);

    @Override
    public abstract FSFileSystemProvider<T, ?> provider();
}
