package org.knime.core.data.filestore;

import java.util.Objects;
import java.util.UUID;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** Names a file store within a workflow: the node's stores, and the number of the store among them. */
public final class FileStoreKey implements Comparable<FileStoreKey> {

    private final UUID storeUUID;
    private final int index;
    private final String name;

    /** @param nestedLoopPath null, and iterationIndex -1: stores made within loops are not part of this stand-in */
    public FileStoreKey(UUID storeUUID, int index, int[] nestedLoopPath, int iterationIndex, String name) {
        if (nestedLoopPath != null || iterationIndex != -1) {
            throw new UnsupportedOperationException("FileStoreKey: a file store made within a loop");
        }
        this.storeUUID = storeUUID;
        this.index = index;
        this.name = name;
    }

    public UUID getStoreUUID() {
        return storeUUID;
    }

    public int getIndex() {
        return index;
    }

    public String getName() {
        return name;
    }

    public String getNameOnDisc() {
        return name;
    }

    public void save(ModelContentWO output) {
        output.addString("storeUUID", storeUUID.toString());
        output.addInt("index", index);
        output.addString("name", name);
        // stores made within loops have a number here
        output.addInt("iterationIndex", -1);
    }

    public static FileStoreKey load(ModelContentRO input) throws InvalidSettingsException {
        return new FileStoreKey(
                UUID.fromString(input.getString("storeUUID")),
                input.getInt("index"),
                null,
                input.getInt("iterationIndex"),
                input.getString("name"));
    }

    @Override
    public int compareTo(FileStoreKey o) {
        var nodes = storeUUID.compareTo(o.storeUUID);
        return nodes != 0 ? nodes : Integer.compare(index, o.index);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof FileStoreKey other
                && other.storeUUID.equals(storeUUID)
                && other.index == index
                && other.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(storeUUID, index, name);
    }

    @Override
    public String toString() {
        return name + " (" + storeUUID + ", " + index + ")";
    }
}
