package org.ecgdistill.knime.common;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;

/** Opens files and folders that KNIME's file chooser can point to, on this computer or elsewhere. */
public final class Places {

    /** What is done with an open place. */
    @FunctionalInterface
    public interface Use {
        void with(Path path) throws IOException;
    }

    /** What is read from an open place. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Path path) throws IOException;
    }

    private Places() {}

    /** KNIME's chooser may also hold no place at all, which has no path. */
    public static boolean isChosen(FSLocation location) {
        return location.getPath() != null && !location.getPath().isBlank();
    }

    /** Refuses a place on this computer that cannot have such a name. */
    public static void check(FSLocation location) throws InvalidSettingsException {
        if (isChosen(location) && isLocal(location)) {
            local(location);
        }
    }

    /** The place's file system is closed afterwards; the path must not be kept. */
    public static void open(FSLocation location, Use use) throws KNIMEException, InvalidSettingsException {
        read(location, path -> {
            use.with(path);
            return null;
        });
    }

    /** The place's file system is closed afterwards; the path must not be kept. */
    public static <T> T read(FSLocation location, Reading<T> reading) throws KNIMEException, InvalidSettingsException {
        try {
            if (isLocal(location)) {
                return reading.from(local(location));
            }
            try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                    var provider = factory.create(location)) {
                return reading.from(provider.getPath());
            }
        } catch (IOException ex) {
            throw new KNIMEException(
                    "\"" + location.getPath() + "\" cannot be used ("
                            + ex.getClass().getSimpleName() + ": " + ex.getMessage()
                            + "). Choose another place in the node's dialog.",
                    ex);
        }
    }

    private static boolean isLocal(FSLocation location) {
        return location.getFSCategory() == FSCategory.LOCAL;
    }

    private static Path local(FSLocation location) throws InvalidSettingsException {
        var path = location.getPath().strip();
        try {
            return Path.of(path);
        } catch (InvalidPathException ex) {
            throw new InvalidSettingsException(
                    "\"" + path + "\" cannot be the name of a file or folder (" + ex.getReason()
                            + "). Choose another in the node's dialog.",
                    ex);
        }
    }
}
