package org.ecgdistill.recording.wfdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.ecgdistill.recording.Memory;
import org.ecgdistill.recording.PlainFile;
import org.ecgdistill.recording.RecordingException;

/** Reads a small file as a whole, with as few calls to the operating system as possible. */
final class SmallFile {

    private SmallFile() {}

    /**
     * @param what the file is, for messages
     * @param longest how many bytes it can have
     */
    static byte[] read(Path file, String what, int longest) {
        PlainFile.check(file);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            var size = channel.size();
            if (size > longest) {
                throw new RecordingException("The file " + file + " has " + size + " bytes, but " + what
                        + " has at most " + longest + ". It is something else: choose another file.");
            }
            // Twice: the buffer, and what becomes of it.
            Memory.check("The file " + file, 2.0 * size);
            var buffer = ByteBuffer.allocate((int) size);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Some file systems give a file in pieces.
                continue;
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        } catch (IOException ex) {
            throw RecordingException.unreadable(file, ex);
        }
    }
}
