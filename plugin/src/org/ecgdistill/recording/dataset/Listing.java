package org.ecgdistill.recording.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.ecgdistill.recording.RecordingException;
import org.ecgdistill.signal.Progress;

/** The files of a folder. */
final class Listing {

    /** Deep enough for every database on PhysioNet; a guard against links that lead in circles. */
    private static final int DEPTH = 8;

    private static final int FILES_PER_REPORT = 64;

    private Listing() {}

    /** All files below a folder whose names end in one of these, in the order of their paths. */
    static List<Path> files(final Path folder, final Progress progress, final String... endings) {
        var seen = new AtomicInteger();
        try (var files = Files.find(
                folder,
                DEPTH,
                (file, attributes) -> {
                    if (seen.getAndIncrement() % FILES_PER_REPORT == 0) {
                        progress.report(0, "Looking for recordings: " + seen + " files seen");
                    }
                    return attributes.isRegularFile() && endsInOneOf(file, endings);
                },
                FileVisitOption.FOLLOW_LINKS)) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw RecordingException.unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw RecordingException.unreadable(folder, e.getCause());
        }
    }

    static boolean endsInOneOf(final Path file, final String... endings) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (var ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** The path below a folder, with slashes and without the ending: a name that is unique in the folder. */
    static String nameBelow(final Path folder, final Path file) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        var dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
