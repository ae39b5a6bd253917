package org.ecgdistill.knime.reader;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;
import org.knime.filehandling.core.connections.location.FSPathProviderFactory;

/** Opens a place that KNIME's file chooser can point to, on this computer or elsewhere. */
final class Places {

    /** What is done with an open place. */
    @FunctionalInterface
    interface Use {
        void of(Path path) throws CanceledExecutionException, KNIMEException, InvalidSettingsException;
    }

    private Places() {}

    /** The place's file system is closed afterwards; the path must not be kept. */
    static void open(FSLocation location, Use use)
            throws CanceledExecutionException, KNIMEException, InvalidSettingsException {
        if (location.getFSCategory() == FSCategory.LOCAL) {
            use.of(local(location.getPath()));
            return;
        }
        try (var factory = FSPathProviderFactory.newFactory(Optional.empty(), location);
                var provider = factory.create(location)) {
            use.of(provider.getPath());
        } catch (IOException ex) {
            throw new KNIMEException(
                    "\"" + location.getPath() + "\" could not be opened: " + ex.getMessage()
                            + ". Choose another place in the node's dialog.",
                    ex);
        }
    }

    private static Path local(String path) throws InvalidSettingsException {
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
