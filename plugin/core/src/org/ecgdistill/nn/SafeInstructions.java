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
 * The oldest instructions that PyTorch's libraries can do with: slow, and without the routines that were made for the
 * newest processors. They can only be asked for before the libraries are loaded, and so a note beside the unpacked
 * libraries tells the next start that this processor needs them.
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
        // Another version may be right again.
        var name = (processor + " " + Engine.getDjlVersion()).replaceAll("[^A-Za-z0-9.]+", "-");
        return new SafeInstructions(Utils.getEngineCacheDir("pytorch").resolve("safe-" + name + ".txt"));
    }

    /** Whether an earlier start has found that this processor needs them. */
    boolean areNeeded() {
        return Files.exists(note);
    }

    /** Lets the next start know, and says whether it could. */
    boolean areNeededNextTime(String why) {
        try {
            Files.createDirectories(note.getParent());
            WholeFile.write(note, out -> out.write((why + "\n").getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException ex) {
            return false;
        }
    }

    /** Sees to it that the libraries, once loaded, use these instructions alone. */
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
            // Without this call the libraries choose as they did before, and the proof that follows tells.
        }
    }
}
