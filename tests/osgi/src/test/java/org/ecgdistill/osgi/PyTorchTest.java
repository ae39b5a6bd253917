package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;

/** DJL finds its engine and PyTorch's native library from inside the plugin, and computes. */
class PyTorchTest {

    @Test
    void tensorsAreMultipliedInsideThePlugin() throws ReflectiveOperationException {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty(
                "DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
        var plugin = CorePlugin.of(Knime.get());
        var array = plugin.loadClass("ai.djl.ndarray.NDArray");
        var loader = array.getClassLoader();
        var before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            var engine = plugin.loadClass("ai.djl.engine.Engine").getMethod("getEngine", String.class);
            assertEquals(
                    "PyTorch",
                    engine.invoke(null, "PyTorch").getClass().getSimpleName().replace("PtEngine", "PyTorch"));
            var managers = plugin.loadClass("ai.djl.ndarray.NDManager");
            var manager = managers.getMethod("newBaseManager").invoke(null);
            var left = managers.getMethod("create", float[].class).invoke(manager, new float[] {1, 2, 3});
            var right = managers.getMethod("create", float[].class).invoke(manager, new float[] {4, 5, 6});
            var product = array.getMethod("dot", array).invoke(left, right);
            var index = (Object) new long[0];
            assertEquals(32f, array.getMethod("getFloat", long[].class).invoke(product, index));
            managers.getMethod("close").invoke(manager);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
