package org.knime.filehandling.core.data.location;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.filehandling.core.connections.FSLocation;

/** Stores places. */
public final class FSLocationSerializationUtils {

    public static final String CFG_PATH = "path";
    public static final String CFG_FS_SPECIFIER = "file_system_specifier";
    public static final String CFG_FS_CATEGORY = "file_system_type";
    public static final String CFG_LOCATION_PRESENT = "location_present";

    private FSLocationSerializationUtils() {}

    public static FSLocation loadFSLocation(ConfigRO config) throws InvalidSettingsException {
        if (!config.getBoolean(CFG_LOCATION_PRESENT)) {
            return FSLocation.NULL;
        }
        var category = config.getString(CFG_FS_CATEGORY);
        return new FSLocation(category, config.getString(CFG_FS_SPECIFIER, null), config.getString(CFG_PATH));
    }

    public static void saveFSLocation(FSLocation location, ConfigWO config) {
        config.addBoolean(CFG_LOCATION_PRESENT, location != FSLocation.NULL);
        if (location != FSLocation.NULL) {
            config.addString(CFG_FS_CATEGORY, location.getFileSystemCategory());
            location.getFileSystemSpecifier().ifPresent(specifier -> config.addString(CFG_FS_SPECIFIER, specifier));
            config.addString(CFG_PATH, location.getPath());
        }
    }
}
