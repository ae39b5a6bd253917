package org.ecgdistill.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A tab of the browser: what a person does with a page, and what goes wrong in it. */
public final class Tab implements AutoCloseable {
    private static final int WAIT_SECONDS = 30;
    private static final Map<String, Integer> KEY_CODES = Map.of(
            "ArrowLeft", 37, "ArrowRight", 39, "ArrowUp", 38, "ArrowDown", 40, "End", 35, "Home", 36, "PageDown", 34);

    private final DevTools tools;
    private final String target;
    private final String session;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, String target, String session, int width, int height) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        tools.listen(this::heard);
        for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", Map.of());
        }
        resize(width, height);
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(session, method, parameters);
    }

    private void heard(String event, JsonNode what) {
        if (event.equals(session + " Runtime.exceptionThrown")) {
            errors.add(what.path("exceptionDetails")
                    .path("exception")
                    .path("description")
                    .asText());
        } else if (event.equals(session + " Runtime.consoleAPICalled")
                && List.of("error", "warning", "assert")
                        .contains(what.path("type").asText())) {
            errors.add(what.path("args").toString());
        } else if (event.equals(session + " Network.requestWillBeSent")
                && !what.path("request")
                        .path("url")
                        .asText()
                        .matches("(http://127\\.0\\.0\\.1:|data:|blob:|file:|about:).*")) {
            errors.add("asks the network: " + what.path("request").path("url").asText());
        } else if (event.equals(session + " Log.entryAdded")
                // what KNIME's own frame is warned of, and not the page's doing
                && !what.path("entry").path("text").asText().contains("can escape its sandboxing")
                && List.of("error", "warning")
                        .contains(what.path("entry").path("level").asText())) {
            errors.add(what.path("entry").path("text").asText() + " "
                    + what.path("entry").path("url").asText());
        }
    }

    /**
     * All that the console has said of errors and warnings, exceptions that nobody caught, files that are missing, and
     * whatever was asked of the network.
     */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    public void resize(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the system is said to prefer. */
    public void prefer(boolean dark) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    public void open(String address) {
        errors.clear();
        send("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** The value of an expression, also of a promise. */
    public JsonNode evaluate(String expression) {
        var answer = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true. */
    public void await(String expression) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (System.nanoTime() < end) {
            if (evaluate("(() => { try { return Boolean(" + expression + ") } catch { return false } })()")
                    .asBoolean()) {
                return;
            }
            Chromium.pause();
        }
        throw new AssertionError("never true: " + expression + "; the console says " + errors);
    }

    /** Presses a key, as a person would, in whatever has the focus. */
    public void press(String key) {
        var event = new HashMap<String, Object>(Map.of("type", "keyDown", "key", key));
        if (key.length() == 1) {
            event.put("text", key);
        } else {
            event.put("code", key);
            event.put("windowsVirtualKeyCode", KEY_CODES.get(key));
        }
        send("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        send("Input.dispatchKeyEvent", event);
    }

    /** Turns the mouse wheel over a point, with the Control key if it is to zoom. */
    public void wheel(int x, int y, int by, boolean control) {
        send(
                "Input.dispatchMouseEvent",
                Map.of("type", "mouseWheel", "x", x, "y", y, "deltaX", 0, "deltaY", by, "modifiers", control ? 2 : 0));
    }

    public void screenshot(Path file) {
        var data = send("Page.captureScreenshot", Map.of("format", "png"))
                .get("data")
                .asText();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close() {
        tools.send(null, "Target.closeTarget", Map.of("targetId", target));
    }
}
