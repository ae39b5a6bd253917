package org.knime.filehandling.core.connections;

import java.util.Optional;

/** A file system. */
public interface FSLocationSpec {

    /** No file system. */
    FSLocationSpec NULL = new FSLocationSpec() {
        @Override
        public String getFileSystemCategory() {
            return null;
        }

        @Override
        public Optional<String> getFileSystemSpecifier() {
            return Optional.empty();
        }
    };

    /** The name of an {@link FSCategory}. */
    String getFileSystemCategory();

    /** Which of its kind, e.g. relative to what. */
    Optional<String> getFileSystemSpecifier();

    default FSCategory getFSCategory() {
        return FSCategory.valueOf(getFileSystemCategory());
    }

    @Override
    String toString();

    static boolean areEqual(FSLocationSpec first, FSLocationSpec second) {
        if (first == null || second == null || first == second) {
            return first == second;
        }
        return first.getFileSystemCategory().equals(second.getFileSystemCategory())
                && first.getFileSystemSpecifier().equals(second.getFileSystemSpecifier());
    }
}
