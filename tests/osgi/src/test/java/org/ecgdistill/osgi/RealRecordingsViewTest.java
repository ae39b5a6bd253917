package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.browser.Tab;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of the ECG Reader with a real recording, half an hour long. */
@Tag("data")
class RealRecordingsViewTest extends BrowserTest {

    /** Record 106 has many ventricular beats. */
    @Test
    void halfAnHourOfMitBih(@TempDir Path folder) throws IOException {
        for (var end : List.of("hea", "dat", "atr")) {
            Files.copy(TestPlatform.data("mitdb").resolve("106." + end), folder.resolve("106." + end));
        }
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.ECG_READER.factory()).set("folder", folder.toString());
        try (var run = workflow.run();
                var pages =
                        new ViewPages(browser, "mit-bih", run.view("ECG Reader").orElseThrow())) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var tab = pages.open(false);
            System.out.println("half an hour of MIT-BIH seen after " + ViewPages.firstPicture(tab) + " ms");
            tab.await("page().querySelectorAll('[data-part=curves] path').length === 2");
            // from the middle of the first page to the first beat that is not normal
            for (var i = 0; i < 20 && !status(tab).contains(" V"); i++) {
                tab.press("n");
                tab.evaluate("new Promise(drawn => setTimeout(drawn, 300))");
            }
            assertTrue(status(tab).contains(" V"), () -> status(tab));
            pages.screenshot("light");
            tab.press("0");
            tab.await("page().getElementById('speed').value === '0.1'");
            // the counts of the database's own directory
            assertTrue(status(tab).contains("1507 N, 520 V"), () -> status(tab));
            pages.screenshot("whole");
            assertEquals(List.of(), tab.errors());
        }
    }

    private static String status(Tab tab) {
        return tab.evaluate("page().getElementById('status').textContent").asText();
    }
}
