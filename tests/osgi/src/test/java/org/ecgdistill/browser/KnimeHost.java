package org.ecgdistill.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.ecgdistill.runner.api.View;

/**
 * KNIME's side of a view: serves its files and a page around it (knime-host.html), which puts the view into a frame with
 * the restrictions of KNIME's own and passes its questions on to the executed node.
 */
public final class KnimeHost implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final HttpServer server;
    private final View view;
    private final Path files;

    /**
     * @param view of an executed node
     * @param folder where the view's files are written
     */
    public KnimeHost(View view, Path folder) {
        this.view = view;
        files = folder;
        view.write(folder);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        server.setExecutor(Executors.newCachedThreadPool(run -> {
            var thread = new Thread(run, "knime-host");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * The address of the page around the view.
     *
     * @param rendering what KNIME wants of the view: DEFAULT, IMAGE-SVG, IMAGE-PNG or REPORT
     */
    public String address(String rendering) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/knime?page=" + view.page() + "&rendering="
                + rendering;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/knime" -> send(exchange, 200, "html", resource());
                case "/initial" -> send(exchange, 200, "html", bytes(view.initialData()));
                case "/data" -> {
                    var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    send(exchange, 200, "html", bytes(view.call(request)));
                }
                case "/favicon.ico" -> exchange.sendResponseHeaders(204, -1);
                default -> sendFile(exchange, path.substring("/view/".length()));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource() throws IOException {
        try (var in = KnimeHost.class.getResourceAsStream("knime-host.html")) {
            return in.readAllBytes();
        }
    }

    private void sendFile(HttpExchange exchange, String path) throws IOException {
        var file = files.resolve(path).normalize();
        if (file.startsWith(files) && Files.isRegularFile(file)) {
            send(exchange, 200, path.substring(path.lastIndexOf('.') + 1), Files.readAllBytes(file));
        } else {
            send(exchange, 404, "html", bytes("There is no file " + path));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
