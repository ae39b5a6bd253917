package org.ecgdistill.model.pretrained;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecgdistill.common.Unpacking;
import org.ecgdistill.common.WholeFile;
import org.ecgdistill.model.ModelException;

/**
 * ONNX Runtime's two libraries for this platform, which an optional feature brings as a fragment of the plugin. They are
 * unpacked once, into the folder in which PyTorch's libraries are kept, and used from there at each later start. ONNX
 * Runtime itself would write 17 MB into the folder for temporary files each time, which Windows does not let it delete.
 *
 * <p>A library is written whole or not at all, so any number of processes may do this at once. Because a truncated
 * library (after the copying of a home folder, for example) would crash KNIME, the lengths are compared with those in
 * the plugin at each start; what differs is unpacked again. A library that another process has loaded is complete, and
 * Windows does not let it be replaced: this is no problem.
 *
 * <p>Java lets only one class loader of a process load a library file. In KNIME this is that of the plugin. Because
 * another extension may come with its own ONNX Runtime, the system property that names the folder is set only while
 * ours is loaded.
 */
final class RuntimeLibraries {

    /** The system property by which ONNX Runtime finds its libraries; if the user has set it, it is respected. */
    static final String FOLDER = "onnxruntime.native.path";

    /** Of the libraries; part of the folder's name. */
    static final String VERSION = "1.20.0";

    private static final String ENGINE = "onnxruntime";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    /** The platforms of the optional feature. */
    private static final List<String> PLATFORMS = List.of("linux-x64", "win-x64", "osx-aarch64");

    /** Unpacking takes seconds, or minutes on the slowest disks. */
    private static final Duration FILE_IS_LEFT = Duration.ofDays(1);

    private final Path cache;
    private final ClassLoader loader;
    private final String os;
    private final String architecture;

    /**
     * @param cache the folder in which the libraries of each version and platform have a folder
     * @param loader that finds the libraries in the plugin
     * @param os the name that Java has for the operating system
     * @param architecture the name that Java has for the kind of processor
     */
    RuntimeLibraries(Path cache, ClassLoader loader, String os, String architecture) {
        this.cache = cache;
        this.loader = loader;
        this.os = os;
        this.architecture = architecture;
    }

    /**
     * Loads ONNX Runtime.
     *
     * @param load calls it for the first time
     * @throws ModelException if its libraries are not installed or cannot be unpacked
     */
    static <T> T use(Supplier<T> load) {
        if (System.getProperty(FOLDER) != null) {
            return load.get();
        }
        var libraries = new RuntimeLibraries(
                Utils.getEngineCacheDir(ENGINE),
                RuntimeLibraries.class.getClassLoader(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        System.setProperty(FOLDER, libraries.unpacked().toString());
        try {
            return load.get();
        } finally {
            System.clearProperty(FOLDER);
        }
    }

    /** The folder that contains the complete libraries. */
    Path unpacked() {
        var resources = resources();
        var folder = cache.resolve(VERSION + '-' + platform());
        try {
            Files.createDirectories(folder);
            for (var resource : resources.entrySet()) {
                unpack(resource.getValue(), folder.resolve(resource.getKey()));
            }
        } catch (IOException ex) {
            throw new ModelException(
                    "ONNX Runtime could not be unpacked into the folder \"" + folder + "\" (" + ex
                            + "). Make sure that you may write there and that the disk is not full, or set the"
                            + " environment variable DJL_CACHE_DIR to another folder. Then restart KNIME.",
                    ex);
        }
        deleteRemains(folder);
        return folder;
    }

    /** The libraries in the plugin, by their names. */
    private Map<String, URL> resources() {
        var resources = new LinkedHashMap<String, URL>();
        for (var library : LIBRARIES) {
            var name = System.mapLibraryName(library);
            resources.put(
                    name,
                    Optional.ofNullable(loader.getResource(resource(name))).orElseThrow(this::refusal));
        }
        return resources;
    }

    private String resource(String name) {
        return "ai/onnxruntime/native/" + platform() + '/' + name;
    }

    /** The name that ONNX Runtime has for it. */
    private String platform() {
        var system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            system = "osx";
        } else if (system.startsWith("win")) {
            system = "win";
        }
        return system + '-' + (List.of("amd64", "x86_64").contains(architecture) ? "x64" : architecture);
    }

    private ModelException refusal() {
        if (PLATFORMS.contains(platform())) {
            return new ModelException(
                    "ONNX Runtime, which runs models from ONNX files, is not installed. In KNIME choose"
                            + " \"Install extensions\" in the menu, install the feature \"ECG Distill: ONNX models\" from the"
                            + " update site of ECG Distill and restart KNIME.");
        }
        return new ModelException("ONNX Runtime, which runs models from ONNX files, is not available for " + os + " on "
                + architecture + ". It is available for Linux and Windows on x86-64 and for macOS on Apple silicon."
                + " Run the workflow on such a computer.");
    }

    private static void unpack(URL resource, Path file) throws IOException {
        if (isComplete(file, resource)) {
            return;
        }
        try {
            WholeFile.write(file, out -> {
                var connection = resource.openConnection();
                connection.setUseCaches(false);
                try (var in = connection.getInputStream()) {
                    in.transferTo(out);
                }
            });
        } catch (IOException ex) {
            // Another process may have been faster and use it already.
            if (!isComplete(file, resource)) {
                throw ex;
            }
        }
    }

    private static boolean isComplete(Path file, URL resource) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        var length = Unpacking.length(resource);
        return length.isEmpty() || Files.size(file) == length.getAsLong();
    }

    private static void deleteRemains(Path folder) {
        try {
            for (var file : Unpacking.remains(folder, WholeFile.UNFINISHED, Files::isRegularFile, FILE_IS_LEFT)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException ex) {
            // They only take room; the libraries are complete.
        }
    }
}
