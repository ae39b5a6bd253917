package org.ecgdistill.standin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Settings in files of their own. */
final class SettingsFiles {

    private SettingsFiles() {}

    static void write(NodeSettings settings, Path file) throws IOException {
        settings.saveToXML(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    static NodeSettingsRO read(Path file) throws IOException {
        return NodeSettings.loadFromXML(new BufferedInputStream(Files.newInputStream(file)));
    }
}
