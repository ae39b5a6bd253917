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

    StandInFileSystemProvider(StandInFileSystem system) {
        this.system = system;
    }

    private static Path local(Path path) throws IOException {
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
    private static <T> T with(Path path, Action<T> action) throws IOException {
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
    public StandInFileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("FSFileSystemProvider.newFileSystem");
    }

    @Override
    public StandInFileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public StandInPath getPath(URI uri) {
        return system.getPath(uri.getPath());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return with(path, local -> Files.newByteChannel(local, options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
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
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectory(local(folder), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(local(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Files.copy(local(source), local(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Files.move(local(source), local(target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return other instanceof StandInPath && Files.isSameFile(local(path), local(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(local(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(local(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        with(path, local -> {
            local.getFileSystem().provider().checkAccess(local, modes);
            return null;
        });
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        throw new UnsupportedOperationException("FSFileSystemProvider.getFileAttributeView");
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return with(path, local -> Files.readAttributes(local, type, options));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return with(path, local -> Files.readAttributes(local, attributes, options));
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(local(path), attribute, value, options);
    }
}
