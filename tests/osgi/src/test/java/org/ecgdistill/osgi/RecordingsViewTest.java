package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.ecgdistill.runner.api.Workflow;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;

/** The ECG paper of the ECG Generator in a real browser. */
class RecordingsViewTest extends BrowserTest {
    private static Workflow generated(int subjects, double seconds, String leads) {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.ECG_GENERATOR.factory())
                .set("subjects", subjects)
                .set("duration", seconds)
                .set("leads", leads);
        return workflow;
    }

    private static String curve() {
        return "page().querySelector('[data-part=curves] path').getAttribute('d')";
    }

    @Test
    void twoLeadsOnPaper() throws IOException {
        try (var run = generated(4, 30, "II, V1").run();
                var pages = new ViewPages(
                        browser, "recordings", run.view("ECG Generator").orElseThrow())) {
            pages.checkManners();

            var tab = pages.open(false);
            assertEquals(
                    8,
                    tab.evaluate("page().querySelectorAll('#recording option').length")
                            .asInt());
            assertEquals(
                    2,
                    tab.evaluate("page().querySelectorAll('[data-part=curves] path').length")
                            .asInt());
            // 25 mm/s on a screen of 96 points per inch: two moments one second apart lie 94.5 points apart
            var ticks = tab.evaluate("[...page().querySelectorAll('#view svg[role=img] text')]"
                    + ".filter(text => /^[12] s$/.test(text.textContent)).map(text => Number(text.getAttribute('x')))");
            assertEquals(25 * 96 / 25.4, ticks.get(1).asDouble() - ticks.get(0).asDouble(), 1e-6);

            var before = tab.evaluate(curve()).asText();
            tab.press("+");
            tab.await("page().getElementById('speed').value === '50'");
            tab.await(curve() + " !== " + "'" + before + "'");
            tab.press("ArrowDown");
            tab.await("page().getElementById('gain').value === '5'");
            tab.press("End");
            tab.await("page().getElementById('status').textContent.includes('to 30 s of 30 s')");
            tab.press("PageDown");
            tab.await("page().getElementById('recording').selectedIndex === 1");
            assertNotEquals(before, tab.evaluate(curve()).asText());
        }
    }

    @Test
    void showsEachAnnotatedBeatWhereItIs() throws IOException {
        try (var run = generated(2, 30, "II").run();
                var pages = new ViewPages(
                        browser, "beats-marked", run.view("ECG Generator").orElseThrow())) {
            var record = run.table("ECG Generator", 2).column("Record").strings();
            var first = record.get(0);
            var expected = record.stream().filter(first::equals).count();
            var tab = pages.open(false);
            tab.press("0");
            tab.await("page().querySelectorAll('[data-part=marks] line').length === " + expected);
        }
    }

    @Test
    void allTwelveLeads() throws IOException {
        try (var run = generated(1, 10, "*").run();
                var pages = new ViewPages(
                        browser, "twelve-leads", run.view("ECG Generator").orElseThrow())) {
            var tab = pages.open(false);
            tab.resize(1280, 1320);
            tab.await("page().querySelectorAll('[data-part=curves] path').length === 12");
            assertTrue(tab.errors().isEmpty(), () -> tab.errors().toString());
            pages.screenshot("light");
        }
    }

    @Test
    void halfAnHourOfTwoLeads() throws IOException {
        try (var run = generated(1, 1800, "II, V1").run();
                var pages = new ViewPages(
                        browser, "half-an-hour", run.view("ECG Generator").orElseThrow())) {
            var tab = pages.open(false);
            System.out.println("half an hour of two leads seen after " + ViewPages.firstPicture(tab) + " ms");
            assertTrue(tab.evaluate("page().getElementById('status').textContent.includes('of 30:00 min')")
                    .asBoolean());
            tab.press("0");
            tab.await("page().getElementById('speed').value === '0.1'");
            pages.screenshot("whole");
            assertTrue(tab.errors().isEmpty(), () -> tab.errors().toString());
        }
    }
}
