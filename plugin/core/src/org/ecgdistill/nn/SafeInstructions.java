package org.ecgdistill.nn;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ecgdistill.common.WholeFile;

/**
 * The oldest instruction set that PyTorch's libraries support: slow, but without the routines that were written for the
 * newest processors. It can only be requested before the libraries are loaded, so a note beside the unpacked libraries
 * records for the next start that this processor needs it.
 */
final class SafeInstructions {

    /** What oneDNN, PyTorch itself and MKL read when they are loaded. */
    private static final Map<String, String> VARIABLES =
            Map.of("DNNL_MAX_CPU_ISA", "SSE41", "ATEN_CPU_CAPABILITY", "default", "MKL_ENABLE_INSTRUCTIONS", "SSE4_2");

    private final Path note;

    private SafeInstructions(Path note) {
        this.note = note;
    }

    /**
     * @param processor its name, since several machines may share a home folder
     */
    static SafeInstructions of(String processor) {
        // Another version may compute correctly.
        var name = (processor + " " + Engine.getDjlVersion()).replaceAll("[^A-Za-z0-9.]+", "-");
        return new SafeInstructions(Utils.getEngineCacheDir("pytorch").resolve("safe-" + name + ".txt"));
    }

    /** Whether an earlier start has found that this processor needs it. */
    boolean areNeeded() {
        return Files.exists(note);
    }

    /** Leaves the note for the next start, and returns whether that succeeded. */
    boolean areNeededNextTime(String why) {
        try {
            Files.createDirectories(note.getParent());
            WholeFile.write(note, out -> out.write((why + "\n").getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException ex) {
            return false;
        }
    }

    /** Restricts the libraries, which are not loaded yet, to these instructions. */
    static void use() {
        VARIABLES.forEach(SafeInstructions::set);
    }

    /** Java itself can't change the environment of its process. */
    private static void set(String name, String value) {
        try {
            if (Platform.isWindows()) {
                Function.getFunction("ucrtbase", "_putenv_s").invokeInt(new Object[] {name, value});
            } else {
                Function.getFunction("c", "setenv").invokeInt(new Object[] {name, value, 1});
            }
        } catch (LinkageError ex) {
            // Without this call the libraries choose as they did before, which the check after their start will notice.
        }
    }
}
