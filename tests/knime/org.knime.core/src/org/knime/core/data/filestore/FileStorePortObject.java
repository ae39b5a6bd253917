package org.knime.core.data.filestore;

import java.io.IOException;
import java.util.List;
import org.knime.core.node.port.PortObject;

/** A port object whose content lies in files, which are not copied from node to node. */
public abstract class FileStorePortObject implements PortObject {

    private List<FileStore> stores;
    private boolean isFlushed;

    /** For new objects. */
    protected FileStorePortObject(List<FileStore> fileStores) {
        stores = List.copyOf(fileStores);
    }

    /** For the serializer; the file stores come afterwards. */
    protected FileStorePortObject() {
        stores = List.of();
        isFlushed = true;
    }

    /** Called once the file stores are there. */
    protected void postConstruct() throws IOException {
        // nothing to do
    }

    /** Called once, before the object is written: the last chance to fill the files. */
    protected void flushToFileStore() throws IOException {
        // nothing to do
    }

    protected int getFileStoreCount() {
        return stores.size();
    }

    protected FileStore getFileStore(int index) {
        return stores.get(index);
    }

    final List<FileStore> stores() {
        return stores;
    }

    final void give(List<FileStore> loaded) throws IOException {
        stores = List.copyOf(loaded);
        postConstruct();
    }

    final void flush() throws IOException {
        if (!isFlushed) {
            isFlushed = true;
            flushToFileStore();
        }
    }

    @Override
    public boolean equals(Object obj) {
        return obj == this
                || obj instanceof FileStorePortObject other
                        && keys(other.stores).equals(keys(stores));
    }

    private static List<String> keys(List<FileStore> stores) {
        return stores.stream().map(FileStore::toString).toList();
    }

    @Override
    public int hashCode() {
        return keys(stores).hashCode();
    }

    @Override
    public String toString() {
        return stores.toString();
    }
}
