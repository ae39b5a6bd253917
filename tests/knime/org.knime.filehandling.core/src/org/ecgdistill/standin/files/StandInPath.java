package org.ecgdistill.standin.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.knime.filehandling.core.connections.FSPath;

/**
 * A path in a {@link StandInFileSystem}. Like KNIME's paths it takes only paths of its own kind, and gives a {@link
 * File} only for a file system that is this computer's own.
 */
final class StandInPath extends FSPath {

    private final StandInFileSystem system;
    private final Path name;

    StandInPath(StandInFileSystem system, Path name) {
        this.system = system;
        this.name = name;
    }

    Path name() {
        return name;
    }

    private StandInPath with(Path other) {
        return other == null ? null : new StandInPath(system, other);
    }

    private static Path nameOf(Path path) {
        if (path instanceof StandInPath other) {
            return other.name;
        }
        throw new IllegalArgumentException("The path is not of this file system: " + path);
    }

    @Override
    public StandInFileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return name.isAbsolute();
    }

    @Override
    public StandInPath getRoot() {
        return with(name.getRoot());
    }

    @Override
    public StandInPath getFileName() {
        return with(name.getFileName());
    }

    @Override
    public StandInPath getParent() {
        return with(name.getParent());
    }

    @Override
    public int getNameCount() {
        return name.getNameCount();
    }

    @Override
    public StandInPath getName(int index) {
        return with(name.getName(index));
    }

    @Override
    public StandInPath subpath(int beginIndex, int endIndex) {
        return with(name.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(Path other) {
        return name.startsWith(nameOf(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return name.endsWith(nameOf(other));
    }

    @Override
    public StandInPath normalize() {
        return with(name.normalize());
    }

    @Override
    public StandInPath resolve(Path other) {
        return with(name.resolve(nameOf(other)));
    }

    @Override
    public StandInPath resolve(String other) {
        return with(name.resolve(other));
    }

    @Override
    public StandInPath relativize(Path other) {
        return with(name.relativize(nameOf(other)));
    }

    @Override
    public StandInPath toAbsolutePath() {
        return isAbsolute() ? this : system.getWorkingDirectory().resolve(this);
    }

    @Override
    public StandInPath toRealPath(LinkOption... options) throws IOException {
        system.toLocal(this).toRealPath(options);
        return toAbsolutePath().normalize();
    }

    @Override
    public File toFile() {
        if (system.isLocal()) {
            return name.toFile();
        }
        throw new UnsupportedOperationException("Only a path in the local file system is a file: " + this);
    }

    @Override
    public WatchKey register(WatchService watcher, Kind<?>[] events, Modifier... modifiers) {
        throw new UnsupportedOperationException("FSPath.register");
    }

    @Override
    public int compareTo(Path other) {
        return name.compareTo(nameOf(other));
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof StandInPath other
                && name.equals(other.name)
                && system.isLocal() == other.system.isLocal();
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
