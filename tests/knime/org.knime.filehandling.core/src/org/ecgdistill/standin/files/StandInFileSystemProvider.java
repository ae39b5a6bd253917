package org.ecgdistill.standin.files;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.filehandling.core.connections.FSFileSystemProvider;

/** Hands every function over to this computer's files. As in KNIME there are no file channels, only byte channels. */
final class StandInFileSystemProvider extends FSFileSystemProvider<StandInPath, StandInFileSystem> {

    private final StandInFileSystem system;

    StandInFileSystemProvider(final StandInFileSystem system) {
        this.system = system;
    }

    private static Path local(final Path path) throws IOException {
        if (path instanceof StandInPath own) {
            return own.getFileSystem().toLocal(own);
        }
        throw new ProviderMismatchException("The path is not of this file system: " + path);
    }

    /** Something to do with a file of this computer. */
    private interface Action<T> {
        T on(Path local) throws IOException;
    }

    /** As in KNIME a missing file is named by its path in this file system, not by where it would lie. */
    private static <T> T with(final Path path, final Action<T> action) throws IOException {
        var local = local(path);
        try {
            return action.on(local);
        } catch (NoSuchFileException ex) {
            throw (IOException)
                    new NoSuchFileException(path.toAbsolutePath().normalize().toString()).initCause(ex);
        }
    }

    @Override
    public String getScheme() {
        return system.isLocal() ? "local" : "knime-relative-workflow";
    }

    @Override
    public StandInFileSystem newFileSystem(final URI uri, final Map<String, ?> env) {
        throw new UnsupportedOperationException("FSFileSystemProvider.newFileSystem");
    }

    @Override
    public StandInFileSystem getFileSystem(final URI uri) {
        return system;
    }

    @Override
    public StandInPath getPath(final URI uri) {
        return system.getPath(uri.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            final Path path, final Set<? extends OpenOption> options, final FileAttribute<?>... attributes)
            throws IOException {
        return with(path, local -> Files.newByteChannel(local, options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            final Path folder, final DirectoryStream.Filter<? super Path> filter) throws IOException {
        var entries = new ArrayList<Path>();
        try (var local = Files.newDirectoryStream(local(folder))) {
            for (var entry : local) {
                var own = folder.resolve(entry.getFileName().toString());
                if (filter.accept(own)) {
                    entries.add(own);
                }
            }
        }
        return new Listing(entries);
    }

    /** The entries of a folder. */
    private record Listing(List<Path> entries) implements DirectoryStream<Path> {

        @Override
        public Iterator<Path> iterator() {
            return entries.iterator();
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    @Override
    public void createDirectory(final Path folder, final FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(local(folder), attributes);
    }

    @Override
    public void delete(final Path path) throws IOException {
        Files.delete(local(path));
    }

    @Override
    public void copy(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.copy(local(source), local(target), options);
    }

    @Override
    public void move(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.move(local(source), local(target), options);
    }

    @Override
    public boolean isSameFile(final Path path, final Path other) throws IOException {
        return other instanceof StandInPath && Files.isSameFile(local(path), local(other));
    }

    @Override
    public boolean isHidden(final Path path) throws IOException {
        return Files.isHidden(local(path));
    }

    @Override
    public FileStore getFileStore(final Path path) throws IOException {
        return Files.getFileStore(local(path));
    }

    @Override
    public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
        with(path, local -> {
            local.getFileSystem().provider().checkAccess(local, modes);
            return null;
        });
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
            final Path path, final Class<V> type, final LinkOption... options) {
        throw new UnsupportedOperationException("FSFileSystemProvider.getFileAttributeView");
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            final Path path, final Class<A> type, final LinkOption... options) throws IOException {
        return with(path, local -> Files.readAttributes(local, type, options));
    }

    @Override
    public Map<String, Object> readAttributes(final Path path, final String attributes, final LinkOption... options)
            throws IOException {
        return with(path, local -> Files.readAttributes(local, attributes, options));
    }

    @Override
    public void setAttribute(final Path path, final String attribute, final Object value, final LinkOption... options)
            throws IOException {
        Files.setAttribute(local(path), attribute, value, options);
    }
}
