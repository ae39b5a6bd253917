package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime is loaded out of the optional feature's fragment and computes; without the fragment it is missed. */
class OnnxRuntimeTest {

    @TempDir
    private Path folder;

    @Test
    void aNetworkRunsInsideThePlugin() throws ReflectiveOperationException, IOException {
        var plugin = CorePlugin.of(TestPlatform.withTorch());
        var environments = plugin.loadClass("ai.onnxruntime.OrtEnvironment");
        var environment = CorePlugin.onnxRuntime(plugin);
        var session = environments.getMethod("createSession", byte[].class).invoke(environment, (Object) negative());
        var tensors = plugin.loadClass("ai.onnxruntime.OnnxTensor");
        var input = tensors.getMethod("createTensor", environments, Object.class)
                .invoke(null, environment, new float[] {1, -2, 3});
        var result = session.getClass().getMethod("run", Map.class).invoke(session, Map.of("x", input));
        var output =
                (Optional<?>) result.getClass().getMethod("get", String.class).invoke(result, "y");
        var values = tensors.getMethod("getValue").invoke(output.orElseThrow());
        assertArrayEquals(new float[] {-1, 2, -3}, (float[]) values);
        assertNull(System.getProperty("onnxruntime.native.path"), "another extension may have its own ONNX Runtime");
        var version = environments.getMethod("getVersion").invoke(environment);
        var fragments = Knime.get().bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.ecgdistill.onnxruntime."))
                .map(bundle -> bundle.getVersion().toString())
                .toList();
        assertEquals(Collections.nCopies(3, version + ".v1"), fragments);
        var cache = Path.of("target", "djl", "onnxruntime");
        try (var files = Files.walk(cache)) {
            assertEquals(2, files.filter(Files::isRegularFile).count(), "libraries in " + cache);
        }
    }

    @Test
    void withoutTheOptionalFeatureASentenceNamesIt() throws IOException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WithoutOnnxRuntime.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(
                said.contains("ModelException: ONNX Runtime, which runs models from ONNX files, is not installed.")
                        && said.contains("install the feature \"ECG Distill: ONNX models\""),
                said);
    }

    /** The network y = −x for three numbers, in the messages of onnx.proto. */
    private static byte[] negative() {
        var three = message(2, message(1, number(1, 1), message(2, message(1, number(1, 3)))));
        var node = message(1, text(1, "x"), text(2, "y"), text(4, "Neg"));
        var input = message(11, text(1, "x"), three);
        var output = message(12, text(1, "y"), three);
        return joined(number(1, 8), message(8, number(2, 17)), message(7, node, text(2, "negative"), input, output));
    }

    private static byte[] number(int field, int value) {
        return new byte[] {(byte) (field << 3), (byte) value};
    }

    private static byte[] text(int field, String text) {
        return message(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Short messages and low numbers take a byte for their length and number. */
    private static byte[] message(int field, byte[]... parts) {
        var content = joined(parts);
        return joined(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
