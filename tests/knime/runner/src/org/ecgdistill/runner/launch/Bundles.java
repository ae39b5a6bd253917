package org.ecgdistill.runner.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.ecgdistill.runner.api.RunnerException;

/** Looks into bundles and unpacks those that want to be folders. */
final class Bundles {
    private Bundles() {}

    /** The bundle's name; empty if the file or folder is no bundle. */
    static String symbolicName(Path bundle) {
        var name = manifest(bundle).getValue("Bundle-SymbolicName");
        return name == null ? "" : name.split(";")[0].strip();
    }

    /** Installers make a folder of a bundle that asks for it, and so do we: views are read from folders only. */
    static Path installed(Path bundle, Path folder) {
        if (Files.isDirectory(bundle) || !"dir".equals(manifest(bundle).getValue("Eclipse-BundleShape"))) {
            return bundle;
        }
        var target = folder.resolve(symbolicName(bundle));
        try {
            unpack(bundle, target);
        } catch (IOException ex) {
            throw new RunnerException(bundle + " could not be unpacked to " + target + ": " + ex.getMessage(), ex);
        }
        return target;
    }

    private static void unpack(Path bundle, Path target) throws IOException {
        Files.createDirectories(target);
        try (var jar = new JarFile(bundle.toFile())) {
            for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the entry \"" + entry.getName() + "\" points outside");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (var in = jar.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }

    /** Deletes a folder and all that is in it, as far as the system lets us. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException ex) {
            throw new RunnerException(
                    "The temporary folder " + folder + " could not be deleted: " + ex.getMessage(), ex);
        }
    }

    private static Attributes manifest(Path bundle) {
        try {
            if (Files.isDirectory(bundle)) {
                var file = bundle.resolve(JarFile.MANIFEST_NAME);
                if (!Files.exists(file)) {
                    return new Attributes();
                }
                try (var in = Files.newInputStream(file)) {
                    return new Manifest(in).getMainAttributes();
                }
            }
            try (var jar = new JarFile(bundle.toFile())) {
                var manifest = jar.getManifest();
                return manifest == null ? new Attributes() : manifest.getMainAttributes();
            }
        } catch (IOException ex) {
            throw new RunnerException("The bundle " + bundle + " cannot be read: " + ex.getMessage(), ex);
        }
    }
}
