package org.knime.filehandling.core.connections.location;

import java.io.IOException;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSPath;

/** A path whose file system is open until this is closed. */
public interface FSPathProvider extends AutoCloseable {

    FSPath getPath();

    FSConnection getFSConnection();

    @Override
    void close() throws IOException;
}
