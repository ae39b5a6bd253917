package org.knime.core.data.filestore;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.ecgdistill.standin.Secrets;

/** A file that belongs to a node's output. */
public final class FileStore {

    static {
        Secrets.register(Secrets.Files.class, new Secrets.Files() {
            @Override
            public FileStore create(FileStoreKey key, File file) {
                return new FileStore(key, file);
            }

            @Override
            public FileStoreKey key(FileStore store) {
                return store.key;
            }

            @Override
            public List<FileStore> stores(FileStorePortObject object) {
                return object.stores();
            }

            @Override
            public void give(FileStorePortObject object, List<FileStore> stores) throws IOException {
                object.give(stores);
            }

            @Override
            public void flush(FileStorePortObject object) throws IOException {
                object.flush();
            }
        });
    }

    private final FileStoreKey key;
    private final File file;

    FileStore(FileStoreKey key, File file) {
        this.key = Objects.requireNonNull(key);
        this.file = file;
    }

    /** A file, or a folder, that the node makes itself. */
    public File getFile() {
        return file;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
