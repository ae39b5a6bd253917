package org.ecgdistill.osgi;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgdistill.runner.launch.Installation;
import org.ecgdistill.runner.launch.Knime;

/** A program that asks for ONNX Runtime in a platform without the optional feature, and prints what is thrown. */
final class WithoutOnnxRuntime {

    private WithoutOnnxRuntime() {}

    /**
     * @param arguments an empty folder
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var all = Installation.ofBuild();
        var extension = Path.of(arguments[0]);
        try (var bundles = Files.list(all.extension())) {
            for (var bundle : bundles.toList()) {
                var name = bundle.getFileName().toString();
                if (name.startsWith("org.ecgdistill.core_") || name.startsWith("org.ecgdistill.knime_")) {
                    Files.copy(bundle, extension.resolve(name));
                }
            }
        }
        var knime = Knime.start(new Installation(all.equinox(), all.runner(), all.knime(), extension, all.more()));
        try {
            System.out.println(CorePlugin.onnxRuntime(CorePlugin.of(knime)));
        } catch (InvocationTargetException ex) {
            System.out.println(ex.getCause());
        }
        System.exit(0);
    }
}
