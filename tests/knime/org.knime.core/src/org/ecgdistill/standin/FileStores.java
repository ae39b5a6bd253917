package org.ecgdistill.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;

/** A node's file stores: files by their number, a thousand per folder, under a folder that has an id. */
final class FileStores {

    private static final int FILES_PER_FOLDER = 1000;

    private final UUID id;
    private final Path folder;
    private final Set<String> names = new HashSet<>();

    /** @param folder made once the first file is; null if the node has none */
    FileStores(UUID id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    UUID id() {
        return id;
    }

    Path folder() {
        return folder;
    }

    boolean isEmpty() {
        return folder == null || !Files.isDirectory(folder);
    }

    synchronized FileStore create(String name) throws IOException {
        if (name.startsWith(".")) {
            throw new IOException("Name must not start with a dot: \"" + name + "\"");
        }
        if (name.contains("/") || name.contains("\\")) {
            throw new IOException("Invalid file name, must not contain (back) slash: \"" + name + "\"");
        }
        var key = new FileStoreKey(id, names.size(), null, -1, name);
        if (!names.add(name)) {
            throw new IOException("There is a file store \"" + name + "\" in this node already.");
        }
        var store = get(key);
        Files.createDirectories(store.getFile().getParentFile().toPath());
        return store;
    }

    FileStore get(FileStoreKey key) {
        var index = key.getIndex() / FILES_PER_FOLDER;
        var parent = folder.resolve(number(index / FILES_PER_FOLDER)).resolve(number(index % FILES_PER_FOLDER));
        return Secrets.files().create(key, parent.resolve(key.getNameOnDisc()).toFile());
    }

    private static String number(int index) {
        return String.format(Locale.ROOT, "%03d", index);
    }
}
