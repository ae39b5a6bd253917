package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ecgdistill.browser.Chromium;
import org.ecgdistill.browser.KnimeHost;
import org.ecgdistill.browser.Tab;
import org.ecgdistill.runner.api.View;

/** A node's view, open in a browser. Pictures of it land in target/views, for a person to look at. */
final class ViewPages implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "views").toAbsolutePath();

    private final String name;
    private final Path downloads;
    private final KnimeHost host;
    private final Tab tab;

    ViewPages(Chromium browser, String name, View view) throws IOException {
        this.name = name;
        downloads = Files.createDirectories(PICTURES.resolve(name + "-saved"));
        try (var old = Files.newDirectoryStream(downloads)) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        browser.saveDownloads(downloads);
        host = new KnimeHost(view, PICTURES.resolve(name + "-page"));
        tab = browser.tab(1280, 800);
    }

    /** What the page is given first. */
    static JsonNode initialData(View view) throws IOException {
        return new ObjectMapper().readTree(view.initialData()).get("result");
    }

    /** Opens the view in a system that prefers light or dark, and waits until all is drawn. */
    Tab open(boolean dark) {
        return open("DEFAULT", dark);
    }

    /** The sentence of a view that has nothing to show. */
    String message() {
        tab.open(host.address("DEFAULT"));
        tab.await("page().documentElement.dataset.drawn === 'failed'");
        assertEquals(List.of(), tab.errors());
        return tab.evaluate("page().querySelector('[role=alert]').textContent").asText();
    }

    private Tab open(String rendering, boolean dark) {
        tab.prefer(dark);
        tab.open(host.address(rendering));
        tab.await("page().documentElement.dataset.drawn");
        assertEquals(
                "true",
                tab.evaluate("page().documentElement.dataset.drawn").asText(),
                () -> tab.evaluate("page().getElementById('view').textContent").asText());
        assertTrue(tab.evaluate("told.ready").asBoolean(), "the view did not say that it is ready");
        tab.evaluate("frame.contentWindow.focus()");
        return tab;
    }

    /** How long the page took from its address to its first picture, in milliseconds. */
    static long firstPicture(Tab tab) {
        return tab.evaluate("frame.contentWindow.performance.getEntriesByName('first picture')[0].startTime")
                .asLong();
    }

    void screenshot(String what) {
        tab.screenshot(PICTURES.resolve(name + "-" + what + ".png"));
    }

    /** What every view must do, whatever it shows. */
    void checkManners() throws IOException {
        open(true);
        assertEquals(
                "dark", tab.evaluate("page().documentElement.dataset.theme").asText());
        checkDrawn();
        checkContrast();
        screenshot("dark");
        open(false);
        assertEquals(
                "light", tab.evaluate("page().documentElement.dataset.theme").asText());
        checkDrawn();
        checkContrast();
        checkLabels();
        screenshot("light");
        checkSaving();
        checkSurroundings();
        assertEquals(List.of(), tab.errors());
        checkImages();
        assertEquals(List.of(), tab.errors());
        assertEquals("[]", tab.evaluate("told.alerts").toString());
    }

    /** What the window around says of itself goes before the system. */
    private void checkSurroundings() {
        tab.evaluate("document.documentElement.style.colorScheme = 'dark'; frame.contentWindow.location.reload()");
        tab.await("page().documentElement.dataset.drawn && page().documentElement.dataset.theme === 'dark'");
    }

    private void checkDrawn() {
        var drawn = "[...page().querySelectorAll('#view svg[role=img] path')]"
                + ".filter(path => (path.getAttribute('d') ?? '').length > 40).length";
        assertTrue(tab.evaluate(drawn).asInt() > 0, "nothing is drawn");
        assertEquals(
                0,
                tab.evaluate(drawn.replace(".length > 40", ".includes('NaN')")).asInt(),
                "a path is broken");
        assertTrue(
                tab.evaluate("page().documentElement.scrollWidth <= frame.clientWidth")
                        .asBoolean(),
                "the page is wider than its frame");
    }

    /** Every text stands out from what is behind it. */
    private void checkContrast() throws IOException {
        try (var in = KnimeHost.class.getResourceAsStream("contrast.js")) {
            var faint = tab.evaluate("(" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + ")(page())");
            assertEquals("[]", faint.toString());
        }
    }

    /** Every control and every picture says to a screen reader what it is. */
    private void checkLabels() {
        assertEquals("en", tab.evaluate("page().documentElement.lang").asText());
        var unnamed = tab.evaluate("[...page().querySelectorAll('button, select, input, svg[role=img], [role=tab]')]"
                + ".filter(each => !(each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.length))"
                + ".map(each => each.outerHTML.slice(0, 120))");
        assertEquals("[]", unnamed.toString());
        var hidden = tab.evaluate("[...page().querySelectorAll('#view svg:not([role=img])')]"
                + ".filter(svg => svg.getAttribute('aria-hidden') !== 'true' && !svg.closest('[role=img]')).length");
        assertEquals(0, hidden.asInt(), "a picture says neither what it is nor that it is only decoration");
    }

    private void checkSaving() throws IOException {
        tab.evaluate("page().getElementById('save-svg').click()");
        tab.evaluate("page().getElementById('save-png').click()");
        var svg = Files.readString(saved(".svg"));
        assertTrue(svg.startsWith("<svg") && svg.contains("<path"), svg);
        assertTrue(!svg.contains("var(--") && !svg.contains("NaN"), "the saved picture depends on the page");
        var png = ImageIO.read(saved(".png").toFile());
        assertTrue(png.getWidth() >= 800 && colours(png) > 3, "the saved picture is empty");
    }

    private Path saved(String end) throws IOException {
        for (var i = 0; i < 300; i++) {
            try (var files = Files.newDirectoryStream(downloads, "*" + end)) {
                for (var file : files) {
                    return file;
                }
            }
            tab.evaluate("new Promise(done => setTimeout(done, 30))");
        }
        throw new AssertionError("no " + end + " file was saved");
    }

    private static long colours(java.awt.image.BufferedImage image) {
        return java.util.Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    /** KNIME's Image Output and report ask the same page for a picture, which is light, for paper. */
    private void checkImages() {
        open("IMAGE-SVG", true);
        tab.await("told.images.length");
        assertEquals(
                "light", tab.evaluate("page().documentElement.dataset.theme").asText());
        var svg = tab.evaluate("told.images[0]").asText();
        assertTrue(svg.startsWith("<svg") && svg.contains("<path"), svg);
        open("IMAGE-PNG", false);
        tab.await("told.images.length");
        var png = tab.evaluate("told.images[0]").asText();
        assertTrue(png.startsWith("data:image/png;base64,"), png);
        open("REPORT", false);
        tab.await("told.reports.length");
        assertEquals("[false]", tab.evaluate("told.reports").toString());
    }

    @Override
    public void close() {
        tab.close();
        host.close();
    }
}
