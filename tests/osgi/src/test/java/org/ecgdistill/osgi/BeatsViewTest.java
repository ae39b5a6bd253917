package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;

/** The average beats of the ECG Segmenter in a real browser. */
class BeatsViewTest extends BrowserTest {
    private static final String SEGMENTER = "ECG Segmenter";

    @Test
    void theAverageOfEachClassIsThatOfTheWindows() throws IOException {
        var workflow = Knime.get().workflow();
        var generator =
                workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 6).set("leads", "II, V1");
        var segmenter =
                workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(generator, 1).from(generator, 2);
        try (var run = workflow.run();
                var pages = new ViewPages(browser, "beats", run.view(SEGMENTER).orElseThrow())) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            pages.checkManners();
            var tab = pages.open(false);
            assertEquals(
                    List.of("normal", "abnormal"),
                    List.of(tab.evaluate(
                                    "[...page().querySelectorAll('.legend button')].map(b => b.textContent).join()")
                            .asText()
                            .split(",")));
            // the mean of the windows at the R peak, computed here once more from the node's table
            var windows = run.table(segmenter, 1);
            var sum = 0.0;
            var count = 0;
            for (var row = 0; row < windows.rowCount(); row++) {
                if (windows.get("Class", row).equals("normal")
                        && windows.get("Lead", row).equals("II")) {
                    sum += windows.column("Signal").signal(row)[128];
                    count++;
                }
            }
            var average = ViewPages.initialData(run.view(SEGMENTER).orElseThrow())
                    .get(0)
                    .get("rows")
                    .get(1);
            assertEquals("II", average.get(0).asText());
            assertEquals("normal", average.get(1).asText());
            assertEquals(count, average.get(2).asInt());
            assertEquals(sum / count, average.get(6).get(128).asDouble(), 1e-9);
            var curves = "page().querySelectorAll('path[data-series=abnormal]').length";
            assertEquals(2, tab.evaluate(curves).asInt());
            tab.evaluate("page().querySelectorAll('.legend button')[1].click()");
            assertEquals(0, tab.evaluate(curves).asInt());
            assertEquals(List.of(), tab.errors());
        }
    }

    @Test
    void windowsOfFixedLengthHaveNoAverageBeat() throws IOException {
        var workflow = Knime.get().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 1);
        workflow.add(OwnNode.ECG_SEGMENTER.factory()).from(generator, 1).set("windows", "FIXED");
        try (var run = workflow.run();
                var pages =
                        new ViewPages(browser, "beats-none", run.view(SEGMENTER).orElseThrow())) {
            assertTrue(pages.message().startsWith("There is no average beat to show"), pages.message());
        }
    }
}
