package org.ecgdistill.recording.dataset;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Limits;
import org.ecgdistill.recording.RecordingException;

/**
 * The files of a folder, searched once. What cannot be read is left out and counted. Links to files in the folder are
 * followed. Links to folders in it are not, because their files are found at their own place. Links that lead out are
 * left out.
 */
final class Listing {

    private static final int FILES_PER_REPORT = 64;

    private final Path folder;
    private final Progress progress;

    /** Is beside the recordings, but is not one of them. */
    private final Optional<Path> table;

    private final List<Path> files = new ArrayList<>();
    private boolean complete;
    private int skipped;
    private String firstSkipped = "";
    private String reasonOfFirst = "";

    /**
     * The folder is searched when its files are asked for.
     *
     * @param table a file that is left out, because it is no recording
     */
    Listing(Path folder, Optional<Path> table, Progress progress) {
        this.folder = folder;
        this.table = table;
        this.progress = progress;
    }

    private void look() {
        try {
            var start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            Files.walkFileTree(start, EnumSet.noneOf(FileVisitOption.class), Limits.FOLDERS, new Visitor(start));
        } catch (IOException ex) {
            throw RecordingException.unreadable(folder, ex);
        }
        files.sort(Comparator.comparing(Path::toString));
        complete = true;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path start;
        private int seen;

        Visitor(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) {
            report();
            // A Windows junction is both a folder and something else.
            if (attributes.isOther() && !place.equals(start)) {
                visitLink(place);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            report();
            if (attributes.isSymbolicLink()) {
                visitLink(file);
            } else if (attributes.isDirectory()) {
                skip(file, "it lies more than " + Limits.FOLDERS + " folders deep");
            } else if (attributes.isRegularFile()) {
                take(file);
            } else if (Sources.mayBeRecording(file)) {
                skip(file, "it is a pipe or a device, not a file");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            if (file.equals(start)) {
                throw cause;
            }
            skip(file, "it cannot be read (" + cause.getClass().getSimpleName() + ")");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path place, IOException cause) {
            if (cause != null) {
                skip(place, "it cannot be read to the end (" + cause.getClass().getSimpleName() + ")");
            }
            return FileVisitResult.CONTINUE;
        }

        private void visitLink(Path link) {
            try {
                var target = link.toRealPath();
                var isFolder = Files.isDirectory(target);
                if (!isFolder && !Sources.mayBeRecording(link)) {
                    return;
                }
                if (!target.startsWith(folder.toRealPath())) {
                    skip(link, "it is a link that leads out of the folder");
                } else if (Files.isRegularFile(target)) {
                    take(link);
                } else if (!isFolder) {
                    skip(link, "it is a link to a pipe or a device");
                }
            } catch (NoSuchFileException ex) {
                skip(link, "it is a link to a file that does not exist");
            } catch (IOException ex) {
                skip(link, "it is a link that cannot be followed");
            }
        }

        private void take(Path file) {
            if (Sources.mayBeRecording(file) && table.stream().noneMatch(other -> isSame(file, other))) {
                files.add(inFolder(file));
            }
        }

        private boolean isSame(Path file, Path other) {
            try {
                return file.getFileName().toString().equals(other.getFileName().toString())
                        && Files.isSameFile(file, other);
            } catch (IOException ex) {
                return false;
            }
        }

        private void skip(Path file, String reason) {
            var place = inFolder(file).toString();
            if (skipped++ == 0 || place.compareTo(firstSkipped) < 0) {
                firstSkipped = place;
                reasonOfFirst = reason;
            }
        }

        private Path inFolder(Path file) {
            return start == folder ? file : folder.resolve(start.relativize(file));
        }

        private void report() {
            if (seen++ % FILES_PER_REPORT == 0) {
                progress.report(0, "Looking for recordings: " + seen + " files seen");
            }
        }
    }

    /** All files whose names end in one of these, in the order of their paths. */
    List<Path> files(String... endings) {
        if (!complete) {
            look();
        }
        return files.stream().filter(file -> endsInOneOf(file, endings)).toList();
    }

    Path folder() {
        return folder;
    }

    Progress progress() {
        return progress;
    }

    /** What was left out, for the analyst; empty if nothing was. */
    List<String> remarks() {
        return skipped == 0
                ? List.of()
                : List.of((skipped == 1 ? "1 file or folder was" : skipped + " files and folders were")
                        + " left out while looking for recordings; the first is " + firstSkipped + ", because "
                        + reasonOfFirst + ".");
    }

    static boolean endsInOneOf(Path file, String... endings) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (var ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A unique name for each file: its path without the ending, or with the ending where paths differ in nothing else.
     */
    static Map<Path, String> names(Path folder, List<Path> files) {
        var count = new HashMap<String, Integer>();
        for (var file : files) {
            count.merge(nameBelow(folder, file), 1, Integer::sum);
            count.merge(pathBelow(folder, file), 1, Integer::sum);
        }
        var names = new HashMap<Path, String>();
        for (var file : files) {
            var name = nameBelow(folder, file);
            var path = pathBelow(folder, file);
            names.put(file, name.equals(path) || count.get(name) > 1 ? path : name);
        }
        return names;
    }

    /** The path below a folder, with slashes and without the ending. */
    static String nameBelow(Path folder, Path file) {
        var name = pathBelow(folder, file);
        var dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    private static String pathBelow(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
