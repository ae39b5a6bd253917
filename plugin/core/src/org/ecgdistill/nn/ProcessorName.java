package org.ecgdistill.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of this machine's processor. */
final class ProcessorName {

    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private ProcessorName() {}

    static String get() {
        return onLinux()
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElse(System.getProperty("os.arch"));
    }

    private static Optional<String> onLinux() {
        if (!Files.isReadable(LINUX)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException ex) {
            return Optional.empty();
        }
    }
}
