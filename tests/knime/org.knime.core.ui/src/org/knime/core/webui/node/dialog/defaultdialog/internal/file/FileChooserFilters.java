package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.knime.node.parameters.NodeParameters;

/** Which files of a folder to take. */
public interface FileChooserFilters extends NodeParameters {

    boolean passesFilter(Path root, Path path);

    boolean followSymlinks();

    /** Walks through a folder; folders that do not pass are not entered, nor any once the limit is reached. */
    static FilterResult getPassingFilesInFolder(
            FileChooserFilters filters, Path root, boolean includeSubFolders, int limit) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("This is not a folder: " + root);
        }
        var options = filters.followSymlinks()
                ? EnumSet.of(FileVisitOption.FOLLOW_LINKS)
                : EnumSet.noneOf(FileVisitOption.class);
        var passing = new ArrayList<Path>();
        var seen = new int[1];
        var skipped = new boolean[1];
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (passing.size() >= limit || !filters.passesFilter(root, folder)) {
                    skipped[0] = true;
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() || attributes.isOther()) {
                    seen[0]++;
                    if (passing.size() < limit && filters.passesFilter(root, file)) {
                        passing.add(file);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(root, options, includeSubFolders ? Integer.MAX_VALUE : 1, visitor);
        return new FilterResult(passing, seen[0], skipped[0], passing.size() >= limit);
    }

    /** The files that pass, and how many there were. */
    record FilterResult(
            List<Path> passingFiles,
            int numFilesBeforeFiltering,
            boolean numFilesBeforeFilteringIsOnlyLowerBound,
            boolean numFilesAfterFilteringIsOnlyLowerBound) {}
}
