package org.ecgdistill.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running Chromium without a window. Where none is installed, the test is skipped and says how to install it; {@code
 * -Decgdistill.chromium=FILE} names one that is not on the path.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final int START_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        tools = new DevTools(address);
    }

    /** Starts the browser; skips the test if there is none. */
    public static Chromium start() {
        var program = find();
        assumeTrue(
                program.isPresent(),
                "skipped: no Chromium is installed. On Debian and Ubuntu: apt-get install chromium; elsewhere install"
                        + " Chromium or Chrome and name it by -Decgdistill.chromium=FILE.");
        try {
            var profile = Files.createTempDirectory("chromium");
            var process = new ProcessBuilder(
                            program.get().toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--no-default-browser-check",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--hide-scrollbars",
                            "--force-color-profile=srgb",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("log.txt").toFile())
                    .start();
            return new Chromium(process, profile, address(process, profile));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Optional<Path> find() {
        var given = System.getProperty("ecgdistill.chromium", "");
        if (!given.isBlank()) {
            return Optional.of(Path.of(given)).filter(Files::isExecutable);
        }
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The browser writes the port that it has chosen into its profile. */
    private static URI address(Process process, Path profile) throws IOException {
        var file = profile.resolve("DevToolsActivePort");
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (lines.size() > 1) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            pause();
        }
        process.destroyForcibly();
        throw new AssertionError("Chromium did not start: " + Files.readString(profile.resolve("log.txt")));
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", ex);
        }
    }

    /** A new tab of this size. */
    public Tab tab(int width, int height) {
        var target = tools.send(null, "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        var session = tools.send(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        return new Tab(tools, target, session, width, height);
    }

    /** Where files that a page saves go. */
    public void saveDownloads(Path folder) {
        tools.send(null, "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            delete();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** The browser's helpers may still be writing; what they leave lies in the temporary folder. */
    private void delete() {
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException ex) {
            // not worth a failed test
        }
    }
}
