package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** KNIME's own file functions; the difference to Java's is in their error messages. */
public final class FSFiles {

    private FSFiles() {}

    public static InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return Files.newInputStream(path, options);
    }

    public static OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        return Files.newOutputStream(path, options);
    }

    public static boolean exists(Path path, LinkOption... linkOptions) throws AccessDeniedException {
        return Files.exists(path, linkOptions);
    }

    public static boolean isDirectory(Path path, LinkOption... linkOptions) throws AccessDeniedException {
        return Files.isDirectory(path, linkOptions);
    }
}
