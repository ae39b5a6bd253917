package org.ecgdistill.standin;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Where a table's rows lie, compressed.
 *
 * @param zipEntry null if the file holds the rows and nothing else
 */
record RowFile(Path path, String zipEntry) {

    InputStream open() throws IOException {
        if (zipEntry == null) {
            return new BufferedInputStream(Files.newInputStream(path));
        }
        var zip = new ZipFile(path.toFile());
        var entry = zip.getEntry(zipEntry);
        if (entry == null) {
            zip.close();
            throw new IOException(path + " has no entry " + zipEntry + ": it is not a saved table.");
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }
}
