package org.ecgdistill.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Distinguishes files from what only looks like a file: opening a pipe waits for ever, and a link may lead anywhere on
 * the computer.
 */
public final class PlainFile {

    private PlainFile() {}

    /** The name of a file without its ending. */
    public static String nameWithoutEnding(Path file) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Checks a file that the analyst chose.
     *
     * @throws RecordingException if it is missing or is not a regular file
     */
    public static void check(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw noFile(file, attributes.isDirectory());
            }
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    /**
     * Whether a file exists beside the file that names it, or below.
     *
     * @param folder that a link must not leave; if empty, the folder of the naming file
     * @throws RecordingException if it is not a regular file, or a link that leaves the folder
     */
    public static boolean isThere(Path naming, Path file, Optional<Path> folder) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile() && Objects.equals(file.getParent(), naming.getParent())) {
                return true;
            }
            // A link, or a file in a subfolder; there may be links on the way to it.
            var root = folder.orElseGet(() -> naming.toAbsolutePath().getParent());
            if (!isInside(root, file)) {
                throw new RecordingException("The file " + file + " is a link that leads out of the folder " + root
                        + ". Only files in this folder are read: put the file itself there, or choose a folder that"
                        + " holds both.");
            }
            var target = Files.readAttributes(file, BasicFileAttributes.class);
            if (!target.isRegularFile()) {
                throw noFile(file, target.isDirectory());
            }
            return true;
        } catch (NoSuchFileException ex) {
            return false;
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }

    /** Whether the real place of a file is in the real place of a folder. */
    public static boolean isInside(Path folder, Path file) throws IOException {
        return file.toRealPath().startsWith(folder.toRealPath());
    }

    private static RecordingException noFile(Path file, boolean isFolder) {
        return new RecordingException("The file " + file + " is not a regular file: found "
                + (isFolder ? "a folder" : "a pipe or a device")
                + ", expected a file with a recording. Choose another file.");
    }
}
