package org.ecgdistill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recordings that reading is measured on; the folder is {@code -Decgdistill.data}, by default beside the project. */
final class Recordings {

    private Recordings() {}

    /** The records of a folder, without ending. */
    static List<Path> in(final String folder) throws IOException {
        var root = Path.of(System.getProperty("ecgdistill.root", "."));
        var data = System.getProperty("ecgdistill.data");
        var path = (data == null ? root.resolve("../shared/data") : Path.of(data)).resolve(folder);
        try (var files = Files.walk(path)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".hea"))
                    .sorted()
                    .map(file -> Path.of(file.substring(0, file.length() - ".hea".length())))
                    .toList();
        }
    }

    /** Bytes of the signal files, in units of a million. */
    static double megabytes(final List<Path> records) throws IOException {
        var sum = 0L;
        for (var record : records) {
            sum += Files.size(Path.of(record + ".dat"));
        }
        return sum / 1e6;
    }
}
