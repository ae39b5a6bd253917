package org.ecgdistill.recording;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ecgdistill.common.ExplainedException;

/**
 * A recording cannot be read. The message names the file, the place in it, what was found, what was expected and what to
 * do, for a person to read.
 */
public final class RecordingException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public RecordingException(String message) {
        super(shortened(message));
    }

    private RecordingException(String message, Throwable cause) {
        super(shortened(message), cause);
    }

    /** Messages quote the contents of files, which may have any length. The end of a message states what to do. */
    private static String shortened(String message) {
        return message.length() <= Limits.MESSAGE
                ? message
                : message.substring(0, Limits.MESSAGE * 3 / 4) + " … "
                        + message.substring(message.length() - Limits.MESSAGE / 4);
    }

    /** The operating system cannot read the file. */
    public static RecordingException unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new RecordingException(
                    "The file " + file
                            + " does not exist. Check its name, and that all files of the recording are there.",
                    cause);
        }
        return new RecordingException(
                "The file " + file + " cannot be read (" + reason(cause)
                        + "). Check that it is a file, that you may read it and that no other program has locked it.",
                cause);
    }

    private static String reason(IOException cause) {
        var reason = cause.getMessage();
        return cause.getClass().getSimpleName() + (reason == null ? "" : ": " + reason);
    }
}
