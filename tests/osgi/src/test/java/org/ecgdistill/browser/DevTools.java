package org.ecgdistill.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The browser's DevTools protocol: commands with answers, and events. */
final class DevTools implements WebSocket.Listener {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** Sends a command to the browser, or to a tab if a session is given, and waits for what it answers. */
    JsonNode send(String session, String method, Map<String, ?> parameters) {
        var id = ids.incrementAndGet();
        var command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            command.put("sessionId", session);
        }
        var answer = new CompletableFuture<JsonNode>();
        open.put(id, answer);
        write(command);
        try {
            var got = answer.get(SECONDS, TimeUnit.SECONDS);
            if (got.has("error")) {
                throw new AssertionError(method + ": " + got.get("error"));
            }
            return got.path("result");
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " was interrupted", ex);
        } catch (ExecutionException | TimeoutException ex) {
            throw new AssertionError("the browser did not answer " + method, ex);
        }
    }

    /** The socket takes one message at a time. */
    private synchronized void write(ObjectNode command) {
        socket.sendText(command.toString(), true).join();
    }

    /** Is told every event: its session (empty for the browser's own) with its name, and its parameters. */
    void listen(BiConsumer<String, JsonNode> listener) {
        listeners.add(listener);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            var message = parsed(text.toString());
            text.setLength(0);
            if (message.has("id")) {
                open.remove(message.get("id").asInt()).complete(message);
            } else {
                var name = message.path("sessionId").asText() + " "
                        + message.path("method").asText();
                listeners.forEach(listener -> listener.accept(name, message.path("params")));
            }
        }
        from.request(1);
        return null;
    }

    private static JsonNode parsed(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    void close() {
        socket.abort();
    }
}
