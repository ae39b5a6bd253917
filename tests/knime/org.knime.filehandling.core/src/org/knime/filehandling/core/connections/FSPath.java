package org.knime.filehandling.core.connections;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A path in a file system of KNIME. */
public abstract class FSPath implements Path {

    @Override
    public abstract FSFileSystem<? extends FSPath> getFileSystem();

    /** The names of the path, the outermost first. */
    public Stream<Path> pathStream() {
        return IntStream.range(0, getNameCount()).mapToObj(this::getName);
    }

    /** The names of the path, the outermost first. */
    public Stream<String> stringStream() {
        return pathStream().map(Path::toString);
    }

    public FSLocation toFSLocation() {
        var system = getFileSystem();
        return new FSLocation(
                system.getFileSystemCategory(), system.getFileSystemSpecifier().orElse(null), toString());
    }

    /** KNIME gives a URI that only its own file systems understand. */
    @Override
    public final URI toUri() {
        throw new UnsupportedOperationException("FSPath.toUri");
    }
}
