package org.ecgdistill.recording;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds files that another file names, and does not let that name lead out of the folder. */
public final class InsideFolder {

    private InsideFolder() {}

    /**
     * A file beside the one that names it, or below.
     *
     * @param naming the file in which the name was found
     * @throws RecordingException if the name leads elsewhere
     */
    public static Path find(Path naming, String name) {
        try {
            if (isPlain(name)) {
                return naming.resolveSibling(name);
            }
            var folder = naming.toAbsolutePath().normalize().getParent();
            var file = folder.resolve(name).normalize();
            if (folder.getFileSystem().getPath(name).isAbsolute() || !file.startsWith(folder) || file.equals(folder)) {
                throw new RecordingException("The file " + naming + " names the file \"" + name
                        + "\", which is not in the same folder or below. Only such files are read: put it there and"
                        + " correct its name.");
            }
            return file;
        } catch (InvalidPathException ex) {
            throw new RecordingException("The file " + naming + " names the file \"" + name
                    + "\", which cannot be the name of a file (" + ex.getReason() + "). Correct the name.");
        }
    }

    /** Whether the name is that of a file in the same folder, as nearly all are; then no path needs to be parsed. */
    private static boolean isPlain(String name) {
        for (var i = 0; i < name.length(); i++) {
            var character = name.charAt(i);
            if (character == '/' || character == '\\' || character == ':') {
                return false;
            }
        }
        return !name.isEmpty() && !name.equals(".") && !name.equals("..");
    }
}
