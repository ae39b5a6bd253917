package org.ecgdistill.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process with the classes of the tests, for what must not happen to this one. */
public final class Child {

    private Child() {}

    /**
     * Starts a class's main method.
     *
     * @param before words before the call of Java, such as a shell that limits what it may do; usually none
     */
    public static ProcessBuilder of(List<String> before, Class<?> main, String... arguments) {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** All that it says until it ends. */
    public static String said(Process process) throws IOException {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return said;
    }
}
