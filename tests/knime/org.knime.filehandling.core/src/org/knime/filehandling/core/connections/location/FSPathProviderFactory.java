package org.knime.filehandling.core.connections.location;

import java.io.IOException;
import java.util.Optional;
import org.ecgdistill.standin.files.StandInPaths;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;

/** Makes paths of places in one file system. */
public abstract class FSPathProviderFactory implements AutoCloseable {

    public abstract FSPathProvider create(FSLocation fsLocation);

    @Override
    public abstract void close() throws IOException;

    /** For a place on this computer, or relative to the workflow that is running on this thread. */
    public static FSPathProviderFactory newFactory(
            Optional<FSConnection> portObjectConnection, FSLocationSpec fsLocationSpec) {
        return StandInPaths.factory(fsLocationSpec);
    }
}
