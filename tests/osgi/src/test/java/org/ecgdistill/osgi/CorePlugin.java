package org.ecgdistill.osgi;

import java.util.function.Supplier;
import org.ecgdistill.runner.launch.Knime;
import org.osgi.framework.Bundle;

/** The plugin with the algorithms in a running platform, and how ONNX Runtime is loaded in it. */
final class CorePlugin {

    private CorePlugin() {}

    static Bundle of(Knime knime) {
        return knime.bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().equals("org.ecgdistill.core"))
                .findFirst()
                .orElseThrow();
    }

    /** Loads ONNX Runtime as the plugin does, and returns its environment. */
    static Object onnxRuntime(Bundle plugin) throws ReflectiveOperationException {
        var use = plugin.loadClass("org.ecgdistill.model.pretrained.RuntimeLibraries")
                .getDeclaredMethod("use", Supplier.class);
        use.setAccessible(true);
        Supplier<Object> load = () -> {
            try {
                return plugin.loadClass("ai.onnxruntime.OrtEnvironment")
                        .getMethod("getEnvironment")
                        .invoke(null);
            } catch (ReflectiveOperationException ex) {
                throw new AssertionError(ex);
            }
        };
        return use.invoke(null, load);
    }
}
