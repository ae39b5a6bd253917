package org.ecgdistill.standin.files;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;
import org.knime.filehandling.core.connections.FSFileSystem;
import org.knime.filehandling.core.connections.FSLocationSpec;

/** A file system of KNIME over a folder of this computer, or over all of it. */
final class StandInFileSystem extends FSFileSystem<StandInPath> {

    private final StandInFileSystemProvider provider = new StandInFileSystemProvider(this);

    /** What {@code /} stands for; null for this computer's own file system. */
    private final Path root;

    /** A workflow's folder, whose inside is not for reading; null if there is none. */
    private final Path workflow;

    StandInFileSystem(FSLocationSpec spec, Path root, String workingDirectory, Path workflow) {
        super(spec, workingDirectory);
        this.root = root;
        this.workflow = workflow;
    }

    boolean isLocal() {
        return root == null;
    }

    /** The file on this computer that a path stands for. */
    Path toLocal(StandInPath path) throws NoSuchFileException {
        var absolute = path.toAbsolutePath().normalize().name();
        if (root == null) {
            return absolute;
        }
        var local = root.resolve(absolute.getRoot().relativize(absolute).toString());
        if (workflow != null && local.startsWith(workflow) && !local.equals(workflow)) {
            throw new NoSuchFileException(
                    path.toString(), null, "it lies in a workflow; only the workflow's data area is for files");
        }
        return local;
    }

    @Override
    public StandInPath getPath(String first, String... more) {
        return new StandInPath(this, Path.of(first, more));
    }

    @Override
    public StandInFileSystemProvider provider() {
        return provider;
    }

    @Override
    protected void ensureClosedInternal() {
        // nothing is held open
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return isLocal() ? FileSystems.getDefault().getSeparator() : "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return FileSystems.getDefault().getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        var matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(((StandInPath) path).name());
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException("FSFileSystem.getUserPrincipalLookupService");
    }

    @Override
    public WatchService newWatchService() throws IOException {
        throw new UnsupportedOperationException("FSFileSystem.newWatchService");
    }
}
