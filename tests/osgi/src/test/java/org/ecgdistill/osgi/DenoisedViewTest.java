package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Run;
import org.ecgdistill.runner.api.RunOptions;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before and after of the Wavelet Denoiser in a real browser. */
class DenoisedViewTest extends BrowserTest {
    private static final String DENOISER = "Wavelet Denoiser";

    @Test
    void beforeAfterAndWhatWasRemoved() throws IOException {
        var workflow = Knime.get().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory())
                .set("subjects", 2)
                .set("muscle", 8.0)
                .set("leads", "II, V5");
        var denoiser = workflow.add(OwnNode.WAVELET_DENOISER.factory()).from(generator);
        try (var run = workflow.run();
                var pages =
                        new ViewPages(browser, "denoised", run.view(DENOISER).orElseThrow())) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            pages.checkManners();
            var tab = pages.open(false);
            assertEquals(
                    8,
                    tab.evaluate("page().querySelectorAll('#row option').length")
                            .asInt());
            assertEquals(
                    3,
                    tab.evaluate("page().querySelectorAll('[data-part=curves] path').length")
                            .asInt());
            tab.press("PageDown");
            tab.await("page().getElementById('row').value === '1'");
            checkTraces(run, generator.id(), denoiser.id());
            assertTrue(tab.errors().isEmpty(), () -> tab.errors().toString());
        }
    }

    /** Beside one another: the samples that the page is given, and the tables before and behind the node. */
    private static void checkTraces(Run run, int generator, int denoiser) throws IOException {
        var answer = new ObjectMapper()
                .readTree(run.view(DENOISER)
                        .orElseThrow()
                        .call("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"traces\",\"params\":[3,1,2,1000]}"))
                .get("result");
        var before = run.table(Integer.toString(generator), 1).column("Signal").signal(3);
        var after = run.table(Integer.toString(denoiser), 1).column("Signal").signal(3);
        for (var i = 0; i < 360; i++) {
            assertEquals(before[360 + i], answer.get(0).get("low").get(i).asDouble(), 1e-6);
            assertEquals(after[360 + i], answer.get(1).get("low").get(i).asDouble(), 1e-6);
            assertEquals(
                    before[360 + i] - after[360 + i],
                    answer.get(2).get("low").get(i).asDouble(),
                    1e-6);
        }
    }

    /** The node keeps nothing for its view, and yet the view opens when the workflow is opened again. */
    @Test
    void opensAfterTheWorkflowWasClosed(@TempDir Path folder) throws IOException {
        var workflow = Knime.get().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory()).set("subjects", 1);
        workflow.add(OwnNode.WAVELET_DENOISER.factory()).from(generator).set("output", "APPEND");
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            run.save(folder.resolve("saved"));
        }
        var again = Knime.get().open(folder.resolve("saved"));
        try (var run = again.run(RunOptions.defaults().keepingExecuted());
                var pages = new ViewPages(
                        browser, "denoised-again", run.view(DENOISER).orElseThrow())) {
            var tab = pages.open(false);
            tab.await("page().querySelectorAll('[data-part=curves] path').length === 3");
            assertTrue(tab.errors().isEmpty(), () -> tab.errors().toString());
        }
    }

    /** A table from elsewhere: no names, a missing signal, missing samples, an electrode's offset. */
    @Test
    void showsWhatThereIs() throws IOException {
        var signal = new double[4000];
        for (var i = 0; i < signal.length; i++) {
            signal[i] = i > 1000 && i < 1200 ? Double.NaN : 400 + Math.sin(i / 20.0);
        }
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(workflow.add(
                        Table.of(Column.signals("ECG", null, signal), Column.doubles("Sampling rate", 360.0, 360.0))));
        try (var run = workflow.run();
                var pages = new ViewPages(
                        browser, "denoised-odd", run.view(DENOISER).orElseThrow())) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var tab = pages.open(false);
            assertEquals(
                    "Row0 holds no signal.",
                    tab.evaluate("page().getElementById('facts').textContent").asText());
            tab.press("PageDown");
            tab.await("page().querySelectorAll('[data-part=curves] path').length === 3");
            tab.await("page().querySelector('[data-part=curves] path').getAttribute('d').split('M').length === 3");
            pages.screenshot("light");
            assertTrue(tab.errors().isEmpty(), () -> tab.errors().toString());
        }
    }

    @Test
    void anEmptyTableIsSaidToBeEmpty() throws IOException {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(workflow.add(Table.of(Column.signals("Signal"), Column.doubles("Sampling rate"))));
        try (var run = workflow.run();
                var pages = new ViewPages(
                        browser, "denoised-empty", run.view(DENOISER).orElseThrow())) {
            assertEquals("The table holds no signal.", pages.message());
        }
    }
}
