package org.ecgdistill.common;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What has to be known to unpack libraries out of a plugin into a folder that several processes share. */
public final class Unpacking {

    private Unpacking() {}

    /** How long a file in a plugin is, without reading it; empty if unknown. */
    public static OptionalLong length(URL resource) throws IOException {
        var connection = resource.openConnection();
        connection.setUseCaches(false);
        var length = connection.getContentLengthLong();
        return length > 0 ? OptionalLong.of(length) : OptionalLong.empty();
    }

    /**
     * The remains of interrupted unpacking in a folder, which need not exist.
     *
     * @param start of their names
     * @param age of what no process is still working on
     */
    public static List<Path> remains(Path folder, String start, Predicate<Path> kind, Duration age) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var before = Instant.now().minus(age);
        try (var paths = Files.list(folder)) {
            var remains = new ArrayList<Path>();
            for (var path : paths.filter(kind).toList()) {
                if (path.getFileName().toString().startsWith(start) && isOlder(path, before)) {
                    remains.add(path);
                }
            }
            return remains;
        }
    }

    private static boolean isOlder(Path path, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(time);
        } catch (NoSuchFileException ex) {
            return false; // Another process has just removed or renamed it.
        }
    }
}
