package org.ecgdistill.recording.wfdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes WFDB files for tests. */
public final class WfdbFiles {

    private WfdbFiles() {}

    public static Path header(Path folder, String name, String... lines) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".hea"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    /** A file of format 16. */
    public static Path samples(Path folder, String file, int... samples) throws IOException {
        var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            bytes.putShort((short) sample);
        }
        return Files.write(folder.resolve(file), bytes.array());
    }

    /** The words of an annotation file, each given as a code and a value. */
    public static byte[] annotations(int... codesAndValues) {
        var bytes = ByteBuffer.allocate(codesAndValues.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < codesAndValues.length; i += 2) {
            bytes.putShort((short) (codesAndValues[i] << 10 | codesAndValues[i + 1]));
        }
        return bytes.array();
    }
}
