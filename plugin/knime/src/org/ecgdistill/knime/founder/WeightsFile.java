package org.ecgdistill.knime.founder;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.common.Progress;
import org.ecgdistill.common.WholeFile;
import org.ecgdistill.knime.common.Places;
import org.ecgdistill.nn.founder.FounderCheckpoint;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.filehandling.core.connections.FSLocation;

/** Reads a weights file from wherever KNIME's file chooser can point to. */
final class WeightsFile {

    private static final int PART = 1 << 16;

    private WeightsFile() {}

    static FounderCheckpoint read(FSLocation location, Progress progress)
            throws KNIMEException, InvalidSettingsException {
        return Places.read(
                location,
                file -> file.getFileSystem() == FileSystems.getDefault()
                        ? FounderCheckpoint.read(file, progress)
                        : copied(file, progress));
    }

    /** A zip can only be searched on a local disk. */
    private static FounderCheckpoint copied(Path remote, Progress progress) throws IOException {
        var name = remote.getFileName().toString();
        var folder = Files.createTempDirectory("weights");
        var copy = folder.resolve(name);
        try {
            try (var in = Files.newInputStream(remote)) {
                WholeFile.write(copy, out -> {
                    var part = new byte[PART];
                    for (var count = in.read(part); count >= 0; count = in.read(part)) {
                        progress.report(0, "fetching " + name);
                        out.write(part, 0, count);
                    }
                });
            }
            return FounderCheckpoint.read(copy, progress);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }
}
