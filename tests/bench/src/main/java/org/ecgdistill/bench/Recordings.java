package org.ecgdistill.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recordings used to measure reading, in the folder {@code -Decgdistill.data}, by default beside the project. */
final class Recordings {

    private Recordings() {}

    /** The records of a folder, without ending. */
    static List<Path> in(String folder) throws IOException {
        try (var files = Files.walk(path(folder))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".hea"))
                    .sorted()
                    .map(file -> Path.of(file.substring(0, file.length() - ".hea".length())))
                    .toList();
        }
    }

    /** The same; empty if the folder is missing. */
    static List<Path> present(String folder) {
        try {
            return Files.isDirectory(path(folder)) ? in(folder) : List.of();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** A file or folder of the recordings. */
    static Path path(String folder) {
        var root = Path.of(System.getProperty("ecgdistill.root", "."));
        var data = System.getProperty("ecgdistill.data", "");
        return root.resolve(data.isBlank() ? "../shared/data" : data).resolve(folder);
    }

    /** Size of the signal files in millions of bytes. */
    static double megabytes(List<Path> records) throws IOException {
        var sum = 0L;
        for (var record : records) {
            sum += Files.size(Path.of(record + ".dat"));
        }
        return sum / 1e6;
    }
}
