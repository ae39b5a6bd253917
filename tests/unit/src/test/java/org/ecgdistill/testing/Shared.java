package org.ecgdistill.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reference values and recordings that live outside the repository; where they are absent the test is skipped. */
public final class Shared {

    private Shared() {}

    /** A folder of reference values, for example {@code wavelets}. */
    public static Path fixtures(String folder) {
        return folder("ecgdistill.fixtures", "../shared/fixtures", folder);
    }

    /** A folder of recordings, for example {@code mitdb}. */
    public static Path data(String folder) {
        return folder("ecgdistill.data", "../shared/data", folder);
    }

    /** Every file in a folder whose name starts and ends as given, in a fixed order; none skips the test. */
    public static List<Path> files(Path folder, String start, String end) {
        try (var files = Files.list(folder)) {
            var found = files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(start) && name.endsWith(end);
                    })
                    .sorted()
                    .toList();
            assumeTrue(!found.isEmpty(), () -> "skipped: no file " + start + "*" + end + " in " + folder);
            return found;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Path folder(String property, String standard, String folder) {
        var root = Sources.ROOT;
        var given = System.getProperty(property, "");
        var path =
                root.resolve(given.isBlank() ? standard : given).resolve(folder).normalize();
        assumeTrue(Files.isDirectory(path), () -> "skipped: no folder " + path + " (set -D" + property + "=DIR)");
        return path;
    }
}
