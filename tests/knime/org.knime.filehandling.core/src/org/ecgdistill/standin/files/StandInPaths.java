package org.ecgdistill.standin.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.standin.Workspace;
import org.knime.filehandling.core.connections.FSConnection;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.FSLocationSpec;
import org.knime.filehandling.core.connections.FSPath;
import org.knime.filehandling.core.connections.RelativeTo;
import org.knime.filehandling.core.connections.location.FSPathProvider;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;

/** Opens the file systems that the stand-in knows: this computer, the workflow's surroundings, its data area. */
public final class StandInPaths {

    private StandInPaths() {}

    public static FSPathProviderFactory factory(FSLocationSpec spec) {
        var connection = connection(spec);
        return new FSPathProviderFactory() {
            @Override
            public FSPathProvider create(FSLocation location) {
                return provider(connection, location);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** As in KNIME, closing a provider leaves the file system open; the factory closes it. */
    private static FSPathProvider provider(FSConnection connection, FSLocation location) {
        return new FSPathProvider() {
            @Override
            public FSPath getPath() {
                return connection.getFileSystem().getPath(location);
            }

            @Override
            public FSConnection getFSConnection() {
                return connection;
            }

            @Override
            public void close() {
                // see above
            }
        };
    }

    private static FSConnection connection(FSLocationSpec spec) {
        var system =
                switch (spec.getFSCategory()) {
                    case LOCAL -> new StandInFileSystem(spec, null, System.getProperty("user.home"), null);
                    case RELATIVE -> relative(spec);
                    case MOUNTPOINT, HUB_SPACE, CUSTOM_URL, CONNECTED ->
                        throw new UnsupportedOperationException(
                                "FSPathProviderFactory.newFactory for " + spec.getFSCategory());
                };
        return () -> system;
    }

    private static StandInFileSystem relative(FSLocationSpec spec) {
        var relativeTo = RelativeTo.fromSettingsValue(spec.getFileSystemSpecifier()
                .orElseThrow(() -> new IllegalArgumentException("Invalid FSLocation for 'Relative to'.")));
        return switch (relativeTo) {
            case WORKFLOW_DATA -> new StandInFileSystem(spec, dataArea(), "/", null);
            case WORKFLOW -> around(spec, workflow());
            case SPACE, MOUNTPOINT ->
                throw new UnsupportedOperationException("FSPathProviderFactory.newFactory relative to " + relativeTo);
        };
    }

    private static StandInFileSystem around(FSLocationSpec spec, Path workflow) {
        return new StandInFileSystem(spec, workflow.getRoot(), virtual(workflow), workflow);
    }

    private static Path dataArea() {
        var folder = workflow().resolve("data");
        try {
            return Files.createDirectories(folder);
        } catch (IOException ex) {
            throw new UncheckedIOException("The workflow's data area cannot be made: " + folder, ex);
        }
    }

    private static Path workflow() {
        return Workspace.current()
                .flatMap(Workspace::workflowFolder)
                .orElseThrow(() -> new IllegalStateException(
                        "A place relative to the workflow needs a workflow on disk that is running on this thread."))
                .toAbsolutePath()
                .normalize();
    }

    private static String virtual(Path folder) {
        var path = new StringBuilder();
        folder.forEach(name -> path.append('/').append(name));
        return path.toString();
    }
}
