package org.ecgdistill.common;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file completely or not at all: under a temporary name in the same folder, forced to the disk, and then moved
 * into place. After a full disk or a crash the previous file is still there, and half a file is never read. Every file
 * that ECG Distill writes is written here.
 */
public final class WholeFile {

    /** How the temporary name begins; a crash leaves a file with such a name. */
    public static final String UNFINISHED = ".ecgdistill-";

    /** The content of the file. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes the file, replacing an existing one; its folder must exist. */
    public static void write(Path file, Content content) throws IOException {
        var target = target(file);
        var beside = target.resolveSibling(UNFINISHED + UUID.randomUUID() + ".part");
        try {
            if (isOnDisk(target)) {
                force(beside, content);
            } else {
                // KNIME's other file systems know neither channels that can be forced nor moves in one piece.
                try (var out = new BufferedOutputStream(Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW))) {
                    content.write(out);
                }
            }
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A link is followed to its target; anything but a writable file is left alone. */
    private static Path target(Path file) throws IOException {
        var target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target)) {
            if (!Files.isRegularFile(target)) {
                throw new FileSystemException(target.toString(), null, "There is a folder or a device of that name.");
            }
            if (!Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString(), null, "The file is write-protected.");
            }
        }
        return target;
    }

    private static boolean isOnDisk(Path file) {
        return file.getFileSystem() == FileSystems.getDefault();
    }

    private static void force(Path file, Content content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
                @Override
                public void close() throws IOException {
                    flush(); // A zip closes what it is written to, but a closed channel cannot be forced.
                }
            };
            content.write(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (!isOnDisk(to)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException ex) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(to.getParent());
    }

    /** So that the new name survives a power failure too; Windows ensures this by itself and does not open folders. */
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException ex) {
            // The file itself is on the disk.
        }
    }
}
