package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.ecgdistill.runner.api.RunnerException;
import org.ecgdistill.runner.launch.Installation;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What is installed resolves, the platform's own way. */
class PlatformTest {
    private static final Pattern FRAGMENT = Pattern.compile("org\\.ecgdistill\\.(pytorch|onnxruntime)\\.(.+)");

    private static Bundle bundle(String name) {
        return Knime.get().bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not installed"));
    }

    private static String ownPlatform() {
        var os = System.getProperty("os.name").toLowerCase();
        if (os.contains("win")) {
            return "win-x86_64";
        }
        return os.contains("mac") ? "osx-aarch64" : "linux-x86_64";
    }

    @Test
    void everyBundleResolvesButTheFragmentsOfOtherPlatforms() {
        var others = 0;
        for (var bundle : Knime.get().bundles()) {
            var name = bundle.getSymbolicName();
            var fragment = FRAGMENT.matcher(name);
            if (fragment.matches() && !fragment.group(2).equals(ownPlatform())) {
                assertEquals(Bundle.INSTALLED, bundle.getState(), () -> name + " is for another platform");
                others++;
            } else {
                assertNotEquals(Bundle.INSTALLED, bundle.getState(), () -> name + " does not resolve");
            }
        }
        assertEquals(4, others, "the fragments of the other platforms are not installed");
    }

    @Test
    void pluginIsAFolderSoThatViewsCanBeReadFromIt() {
        var location = bundle("org.ecgdistill.knime").getLocation();
        assertTrue(Files.isDirectory(Path.of(URI.create(location.replaceFirst("^reference:", "")))), location);
    }

    @Test
    void standInsCarryTheVersionsOfKnime58() {
        assertEquals("5.8.3", version("org.knime.core"));
        assertEquals("5.8.1", version("org.knime.core.ui"));
        assertEquals("5.6.0", version("org.knime.filehandling.core"));
    }

    private static String version(String bundle) {
        var version = bundle(bundle).getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Test
    void pluginSeesKnimeThroughItsRequirementAndNothingOfTheRunner() throws ClassNotFoundException {
        var plugin = bundle("org.ecgdistill.knime");
        var table = plugin.loadClass("org.knime.core.node.BufferedDataTable");
        assertSame(bundle("org.knime.core").loadClass("org.knime.core.node.BufferedDataTable"), table);
        assertThrows(
                ClassNotFoundException.class, () -> plugin.loadClass("org.ecgdistill.runner.engine.WorkflowEngine"));
        assertThrows(ClassNotFoundException.class, () -> plugin.loadClass("org.junit.jupiter.api.Test"));
    }

    @Test
    void algorithmsSeeNothingOfKnimeAndKeepTheirJarsToThemselves() throws ClassNotFoundException {
        var core = bundle("org.ecgdistill.core");
        assertThrows(ClassNotFoundException.class, () -> core.loadClass("org.knime.core.node.BufferedDataTable"));
        assertSame(core, FrameworkUtil.getBundle(core.loadClass("ai.djl.ndarray.NDArray")));
        assertSame(core, FrameworkUtil.getBundle(core.loadClass("ai.onnxruntime.OrtSession")));
        var nodes = bundle("org.ecgdistill.knime");
        assertSame(core, FrameworkUtil.getBundle(nodes.loadClass("org.ecgdistill.signal.Lead")));
        assertThrows(ClassNotFoundException.class, () -> nodes.loadClass("ai.djl.ndarray.NDArray"));
    }

    @Test
    void thereIsOnePlatformPerJvm() {
        var running = Knime.get();
        assertSame(running, Knime.get());
        var installation = Installation.ofBuild();
        var refused = assertThrows(RunnerException.class, () -> Knime.start(installation));
        assertTrue(refused.getMessage().contains("only one per JVM"), refused.getMessage());
        assertFalse(running.bundles().isEmpty());
    }
}
