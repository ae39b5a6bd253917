package org.ecgdistill.recording.wfdb;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.ecgdistill.recording.RecordingException;

/** Finds the files that a header names. */
final class RecordFiles {

    private RecordFiles() {}

    static Path folder(final Path headerFile) {
        return headerFile.toAbsolutePath().normalize().getParent();
    }

    /** A file beside the header or below; a header must not lead anywhere else. */
    static Path inside(final Path headerFile, final String name) {
        var folder = folder(headerFile);
        try {
            var file = folder.resolve(name).normalize();
            if (folder.getFileSystem().getPath(name).isAbsolute() || !file.startsWith(folder) || file.equals(folder)) {
                throw new RecordingException("The header " + headerFile + " names the file \"" + name
                        + "\", which is not in the header's folder. Only files beside the header are read: put the file"
                        + " there and correct its name in the header.");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new RecordingException("The header " + headerFile + " names the file \"" + name
                    + "\", which cannot be a file name (" + e.getReason() + "). Correct the header.");
        }
    }
}
