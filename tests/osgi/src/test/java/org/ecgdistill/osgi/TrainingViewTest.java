package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ecgdistill.browser.Tab;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.api.View;
import org.junit.jupiter.api.Test;

/** The training curves of a learner in a real browser. */
class TrainingViewTest extends BrowserTest {

    @Test
    void curvesOfEveryFold() throws IOException {
        var workflow = TestPlatform.withTorch().workflow();
        var generator = workflow.add(OwnNode.ECG_GENERATOR.factory())
                .set("subjects", 12)
                .set("recordsPerSubject", 1)
                .set("duration", 4);
        var folds =
                workflow.add(OwnNode.FOLD_ASSIGNER.factory()).from(generator).set("folds", 3);
        var learner =
                workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory()).from(folds).set("training/epochs", 6);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            try (var pages = new ViewPages(
                    browser, "training", run.view("ECGFounder Learner").orElseThrow())) {
                pages.checkManners();
                var tab = pages.open(false);
                var names = tab.evaluate(
                        "[...page().querySelectorAll('.legend button')].map(button => button.textContent).join()");
                assertEquals("fold 0,fold 1,fold 2,all rows", names.asText());
                var log = run.table(learner, 3);
                var epochs = rowsOfFold(log, 1);
                // one stroke for each epoch: the curve of a fold has as many points as its log has rows
                var points = tab.evaluate(
                        "page().querySelector('path[data-series=\"fold 1\"]').getAttribute('d').split('L').length");
                assertEquals(epochs, points.asLong());
                checkKept(tab, log);
                tab.resize(1280, 700);
                pages.screenshot("kept");
            }
            checkThatNothingStoredIsRun(run.view("ECGFounder Learner").orElseThrow());
        }
    }

    /** A workflow may come from anywhere, and so may the picture of a circuit in it. */
    private static void checkThatNothingStoredIsRun(View view) throws IOException {
        var picture = """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"
             onload="window.hit = 1"><title>evil</title><script>window.hit = 2</script>
            <image href="nowhere" onerror="window.hit = 3"/><h:script>window.hit = 4</h:script>
            <foreignObject><h:img src="nowhere" onerror="window.hit = 5"/></foreignObject>
            <animate attributeName="x" begin="0s" onbegin="window.hit = 6"/><use href="nowhere#x"/>
            <a href="javascript:window.hit = 7"><rect style="fill: red"/></a>
            <g onclick="window.hit = 8"><circle r="1" fill="#333333" stroke="url(nowhere#x)"/></g></svg>""";
        var given = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "result",
                        List.of(
                                Map.of(
                                        "columns",
                                        List.of("Fold", "Epoch", "Training loss"),
                                        "rows",
                                        List.of(List.of(0, 1, 0.5), List.of(0, 2, 0.4))),
                                Map.of("columns", List.of("Picture (SVG)"), "rows", List.of(List.of(picture))))));
        try (var pages = new ViewPages(browser, "evil", new Given(view, given))) {
            var tab = pages.open(false);
            var drawn = "page().querySelector('svg[aria-label=evil]')";
            assertEquals(
                    "#333333",
                    tab.evaluate(drawn + ".querySelector('g circle').getAttribute('fill')")
                            .asText());
            assertEquals(
                    "svg,title,g,circle",
                    tab.evaluate("[" + drawn + ", ..." + drawn + ".querySelectorAll('*')].map(e => e.localName).join()")
                            .asText());
            assertEquals(
                    "aria-label,fill,r,role,style,viewBox",
                    tab.evaluate("[...new Set([" + drawn + ", ..." + drawn + ".querySelectorAll('*')]"
                                    + ".flatMap(e => e.getAttributeNames()))].sort().join()")
                            .asText());
            // What got in all the same would still not run.
            tab.evaluate("(() => { const s = page().createElement('script'); s.textContent = 'window.hit = 9';"
                    + " page().body.append(s); page().body.insertAdjacentHTML('beforeend',"
                    + " '<img src=nowhere onerror=\"window.hit = 10\">'); })()");
            tab.evaluate("new Promise(done => setTimeout(done, 300))");
            assertEquals(
                    "none",
                    tab.evaluate("String(frame.contentWindow.hit ?? 'none')").asText());
        }
    }

    /** A view's page with other data than its node's. */
    private record Given(View view, String initialData) implements View {

        @Override
        public String call(String request) {
            return view.call(request);
        }

        @Override
        public boolean needsItsNode() {
            return view.needsItsNode();
        }

        @Override
        public String page() {
            return view.page();
        }

        @Override
        public void write(Path folder) {
            view.write(folder);
        }
    }

    /** The page marks the epoch that was kept in each curve and repeats the log's reason. */
    private static void checkKept(Tab tab, Table log) {
        var said = tab.evaluate("[...page().querySelectorAll('.kept')].map(each => each.textContent).join('|')")
                .asText();
        var labels = tab.evaluate("[...page().querySelectorAll('svg.zoomable')].map(svg =>"
                        + " svg.getAttribute('aria-label')).join('|')")
                .asText();
        var kept = 0;
        for (var row = 0; row < log.rowCount(); row++) {
            assertEquals((Boolean) log.get("Kept", row), !log.column("Reason").isMissing(row), "row " + row);
            if ((Boolean) log.get("Kept", row)) {
                kept++;
                var fold = log.column("Fold").isMissing(row) ? "all rows" : "fold " + log.get("Fold", row);
                assertTrue(said.contains("epoch " + log.get("Epoch", row) + " of " + fold), said);
                var reason = (String) log.get("Reason", row);
                assertTrue(
                        said.contains(" – " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1)),
                        said);
                assertTrue(labels.contains(fold + ", epoch " + log.get("Epoch", row) + " was kept"), labels);
            }
        }
        assertEquals(4, kept, "three folds and all rows");
        var marks = tab.evaluate(
                "page().querySelectorAll('[data-part=curves]')[2]" + ".querySelectorAll('path[transform]').length");
        assertEquals(kept, marks.asInt(), "marks in the chart of scores");
    }

    /** The map shows the mean over folds of what the sweep's table says. */
    @Test
    void mapOfTemperaturesAndWeights() throws IOException {
        var workflow = TestPlatform.withTorch().workflow();
        var teacher = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(TestTables.rows()))
                .set("training/epochs", 1);
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(teacher)
                .set("network/kind", "CNN")
                .set("distillation/temperatures", "1, 4, 10")
                .set("distillation/alphas", "0.1, 0.5")
                .set("training/epochs", 2);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            try (var pages = new ViewPages(
                    browser, "sweep", run.view("KD Student Learner").orElseThrow())) {
                pages.checkManners();
                var tab = pages.open(false);
                tab.resize(1280, 1100);
                pages.screenshot("whole");
                var sweep = run.table(student, 4);
                var sum = 0.0;
                for (var row = 0; row < sweep.rowCount(); row++) {
                    if (!sweep.column("Fold").isMissing(row)
                            && sweep.get("Temperature", row).equals(4.0)
                            && sweep.get("Weight", row).equals(0.5)) {
                        sum += (Double) sweep.get("Inner Log loss", row);
                    }
                }
                tab.evaluate("(() => { const s = page().getElementById('score'); s.value = 'Inner Log loss';"
                        + " s.dispatchEvent(new Event('change')); })()");
                var label = tab.evaluate(
                                "[...page().querySelectorAll('svg[role=img]')].map(svg => svg.getAttribute('aria-label'))"
                                        + ".find(text => text.startsWith('Temperature and weight: Inner Log loss'))")
                        .asText();
                var expected = String.format(Locale.ROOT, "4 %.3f", sum / 3);
                assertTrue(label.substring(label.indexOf("α 0.5:")).contains(expected), label);
            }
        }
    }

    /** Two stages, a circuit, and what its gradients cost. */
    @Test
    void circuitAndGradients() throws IOException {
        var workflow = TestPlatform.withTorch().workflow();
        var teacher = workflow.add(OwnNode.ECGFOUNDER_LEARNER.factory())
                .from(workflow.add(TestTables.rows()))
                .set("training/epochs", 1);
        var student = workflow.add(OwnNode.VQC_LEARNER.factory())
                .from(teacher)
                .set("stages/autoencoderEpochs", 3)
                .set("training/epochs", 3)
                .set("comparisons/gradients", true);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            try (var pages =
                    new ViewPages(browser, "vqc", run.view("VQC Learner").orElseThrow())) {
                pages.checkManners();
                var tab = pages.open(false);
                tab.resize(1280, 2300);
                pages.screenshot("whole");
                var labels = tab.evaluate("[...page().querySelectorAll('svg[role=img]')].map(svg =>"
                                + " svg.getAttribute('aria-label')).join('|')")
                        .asText();
                var circuits = run.table(student, 4);
                assertTrue(
                        labels.contains("Circuit on " + circuits.get("Qubits", 0) + " qubits with "
                                + circuits.get("Gates", 0) + " gates"),
                        labels);
                var gradients = run.table(student, 5);
                assertTrue(gradients.rowCount() > 0);
                assertEquals(
                        gradients.rowCount(),
                        tab.evaluate("page().querySelectorAll('tbody tr').length")
                                .asInt());
                assertTrue(tab.evaluate("page().body.textContent").asText().contains("Autoencoder"));
            }
        }
    }

    private static long rowsOfFold(Table log, int fold) {
        return log.column("Fold").values().stream()
                .filter(Integer.valueOf(fold)::equals)
                .count();
    }
}
