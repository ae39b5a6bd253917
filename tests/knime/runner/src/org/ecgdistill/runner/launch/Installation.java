package org.ecgdistill.runner.launch;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecgdistill.runner.api.RunnerException;

/**
 * Where the bundles lie that make up a platform.
 *
 * @param equinox a folder with the bundles of Equinox
 * @param runner the runner's own jar
 * @param knime the bundles that stand in for KNIME
 * @param extension a folder with what the update site offers
 * @param more bundles to be installed beside these, jars or folders
 */
public record Installation(Path equinox, Path runner, List<Path> knime, Path extension, List<Path> more) {
    /** System property: further bundles, separated as on a class path. */
    public static final String MORE_BUNDLES = "ecgdistill.runner.bundles";

    private static final List<String> STAND_INS =
            List.of("org.knime.core", "org.knime.core.ui", "org.knime.filehandling.core");

    public Installation {
        knime = List.copyOf(knime);
        more = List.copyOf(more);
    }

    /** What the build has put beside the runner's jar and into the update site. */
    public static Installation ofBuild() {
        var runner = ownJar();
        var project = runner.getParent().getParent();
        var root = project.getParent().getParent().getParent();
        var knime = new ArrayList<Path>();
        for (var name : STAND_INS) {
            knime.add(builtBundle(project.resolveSibling(name).resolve("target"), name));
        }
        return new Installation(
                existing(runner.resolveSibling("equinox")),
                runner,
                knime,
                existing(root.resolve("update-site/target/repository/plugins")),
                listed(System.getProperty(MORE_BUNDLES, "")));
    }

    /** The same with one more bundle, a jar or a folder. */
    public Installation with(Path bundle) {
        var bundles = new ArrayList<>(more);
        bundles.add(bundle);
        return new Installation(equinox, runner, knime, extension, bundles);
    }

    /** Everything but Equinox's kernel, in the order of installation. */
    public List<Path> bundles() {
        var all = new ArrayList<Path>();
        all.addAll(jars(equinox).stream()
                .filter(jar -> !Set.of("org.eclipse.osgi", "").contains(Bundles.symbolicName(jar)))
                .toList());
        all.addAll(knime);
        all.addAll(jars(extension));
        all.addAll(more);
        all.add(runner);
        return all;
    }

    private static Path ownJar() {
        try {
            var place = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(place)) {
                return place.toAbsolutePath();
            }
            throw new RunnerException("The runner runs from the folder " + place
                    + ", but it must run from its jar; build it with `mvn verify` or `mvn package` first.");
        } catch (URISyntaxException ex) {
            throw new RunnerException("The runner cannot find its own jar: " + ex.getMessage(), ex);
        }
    }

    private static Path builtBundle(Path folder, String name) {
        return jars(existing(folder)).stream()
                .filter(jar -> Bundles.symbolicName(jar).equals(name))
                .findFirst()
                .orElseThrow(() -> new RunnerException("The bundle " + name + " is not in " + folder
                        + "; build the project with `mvn verify` first."));
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RunnerException(
                    "The folder " + folder + " is not there; build the project with `mvn verify` first.");
        }
        return folder;
    }

    private static List<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException ex) {
            throw new RunnerException("The folder " + folder + " cannot be read: " + ex.getMessage(), ex);
        }
    }

    private static List<Path> listed(String paths) {
        return Arrays.stream(paths.split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .toList();
    }
}
