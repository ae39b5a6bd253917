package org.ecgdistill.nn;

import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecgdistill.common.Unpacking;

/**
 * PyTorch's libraries as DJL has unpacked them into its cache. DJL uses whatever lies there, and a truncated library
 * (after a full disk, a crash or the copying of a home folder) crashes KNIME when it is called. Unless each library is
 * as long as in the plugin, its folder is therefore deleted, and DJL unpacks it again. The remains of interrupted
 * unpacking are deleted too.
 *
 * <p>Lengths are compared rather than contents, because 450 MB would have to be read at each start. Any number of
 * processes may do this at once: they take turns, and a folder that another process uses is complete.
 */
final class UnpackedLibraries {

    private static final String ENGINE = "pytorch";

    /** DJL's name for the folder that it unpacks into, and for the abandoned folder of an interrupted start. */
    private static final String UNFINISHED_FOLDER = "tmp";

    /** Unpacking takes seconds, or minutes on the slowest disks. */
    private static final Duration FOLDER_IS_LEFT = Duration.ofDays(1);

    /** DJL's name for the copy of its own small library, which it would load with the others if it found it. */
    private static final String UNFINISHED_LIBRARY = "jni";

    private static final Duration LIBRARY_IS_LEFT = Duration.ofMinutes(1);

    private final Path cache;
    private final Path folder;

    /** How long each library is in the plugin; libraries of unknown length are left out. */
    private final Map<String, Long> lengths;

    private UnpackedLibraries(Platform platform) {
        var classifier = platform.getClassifier();
        var flavor = platform.getFlavor();
        cache = Utils.getEngineCacheDir(ENGINE);
        folder = cache.resolve(platform.getVersion() + '-' + flavor + '-' + classifier);
        lengths = new LinkedHashMap<>();
        for (var library : platform.getLibraries()) {
            put(library, "pytorch/" + flavor + '/' + classifier + '/' + library);
        }
        var library = ownLibrary();
        put(platform.getApiVersion() + '-' + library, "jnilib/" + classifier + '/' + flavor + '/' + library);
    }

    /** To be called with the plugin's class loader, before DJL's engine is first asked for. */
    static void check() {
        if (isSet("PYTORCH_LIBRARY_PATH") || isSet("PYTORCH_VERSION")) {
            return; // The user's own libraries, or those of another version: their lengths are unknown here.
        }
        var platform = Platform.detectPlatform(ENGINE);
        if (!platform.isPlaceholder()) {
            new UnpackedLibraries(platform).mend();
        }
    }

    private static boolean isSet(String name) {
        var value = Utils.getEnvOrSystemProperty(name);
        return value != null && !value.isEmpty();
    }

    private static String ownLibrary() {
        return System.mapLibraryName("djl_torch");
    }

    private void put(String name, String resource) {
        var url = UnpackedLibraries.class.getClassLoader().getResource(resource);
        if (url == null) {
            return;
        }
        try {
            Unpacking.length(url).ifPresent(length -> lengths.put(name, length));
        } catch (IOException ex) {
            // DJL describes better what is wrong with the plugin.
        }
    }

    private void mend() {
        try {
            if (isWhole()) {
                return;
            }
            try (var channel = FileChannel.open(
                            cache.resolve("ecgdistill.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var turn = channel.lock()) {
                // Another process may have done it while this one waited.
                for (var left : unfinished()) {
                    remove(left);
                }
                var damaged = damaged();
                if (turn.isValid() && damaged.isPresent()) {
                    remove(damaged.get());
                }
            }
        } catch (OverlappingFileLockException ex) {
            // This process is already doing so in another class loader; only one of them can use PyTorch anyway.
        } catch (IOException | UncheckedIOException ex) {
            refuseDamaged(ex);
        }
    }

    private boolean isWhole() {
        try {
            return unfinished().isEmpty() && damaged().isEmpty();
        } catch (IOException | UncheckedIOException ex) {
            return false; // Another process may be at work on it; this one looks again when it is its turn.
        }
    }

    /** A cache that is write-protected, or that another program uses, will do as long as it is complete. */
    private void refuseDamaged(Exception cause) {
        try {
            var damaged = damaged();
            if (damaged.isPresent()) {
                throw new NetworkException("PyTorch could not be started: its libraries in \"" + folder
                        + "\" are damaged, and \"" + damaged.get()
                        + "\" could not be removed (" + cause + "). Close other programs that use it, delete that"
                        + " folder and restart KNIME.");
            }
        } catch (IOException ex) {
            throw new NetworkException(
                    "PyTorch could not be started: the folder \"" + folder + "\" could not be read (" + ex
                            + "). Make sure that you may read it, then restart KNIME.",
                    ex);
        }
    }

    /** What has to be deleted so that DJL unpacks it again: a single library or all of them. */
    private Optional<Path> damaged() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        var damaged = Optional.<Path>empty();
        for (var library : lengths.entrySet()) {
            var file = folder.resolve(library.getKey());
            var exists = Files.isRegularFile(file);
            var isOwn = library.getKey().endsWith(ownLibrary());
            if (exists ? Files.size(file) == library.getValue() : isOwn) {
                continue;
            }
            if (!isOwn) {
                return Optional.of(folder);
            }
            // It comes last and by itself: DJL copies it there when it is missing.
            damaged = Optional.of(file);
        }
        return damaged;
    }

    private List<Path> unfinished() throws IOException {
        var unfinished = new ArrayList<Path>();
        unfinished.addAll(Unpacking.remains(cache, UNFINISHED_FOLDER, Files::isDirectory, FOLDER_IS_LEFT));
        unfinished.addAll(Unpacking.remains(folder, UNFINISHED_LIBRARY, Files::isRegularFile, LIBRARY_IS_LEFT));
        return unfinished;
    }

    /** A folder is renamed first, so that no process finds an incomplete one in its place. */
    private void remove(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.deleteIfExists(path);
            return;
        }
        var gone = cache.resolve(UNFINISHED_FOLDER + "-" + UUID.randomUUID());
        Files.move(path, gone);
        try (var paths = Files.walk(gone)) {
            for (var child : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(child);
            }
        }
    }
}
