package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view of the CV Scorer in a real browser: what it shows is what the node's tables say. */
class ScoresViewTest extends BrowserTest {
    private static final int ROWS = 600;

    private static Column probability(String model, double skill, int parameters, int[] truth, Random random) {
        var values = new Double[ROWS];
        for (var row = 0; row < ROWS; row++) {
            var logit = skill * (truth[row] - 0.5) + random.nextGaussian();
            values[row] = 1 / (1 + Math.exp(-logit));
        }
        return Column.doubles("P (Class=abnormal) (" + model + ")", values)
                .withProperty("ecgdistill.parameters", String.valueOf(parameters));
    }

    private static Table predictions() {
        var random = new Random(7);
        var truth = new int[ROWS];
        var label = new String[ROWS];
        var subject = new String[ROWS];
        var fold = new Integer[ROWS];
        for (var row = 0; row < ROWS; row++) {
            truth[row] = random.nextInt(3) == 0 ? 1 : 0;
            label[row] = truth[row] == 1 ? "abnormal" : "normal";
            subject[row] = "s" + row % 60;
            fold[row] = row % 60 % 5;
        }
        return Table.of(
                Column.strings("Class", label),
                Column.strings("Subject", subject),
                Column.integers("Fold", fold),
                probability("ECGFounder", 3, 30_700_000, truth, random),
                probability("ResNet-1D", 2.4, 76_200, truth, random),
                probability("VQC", 1.6, 1_300, truth, random));
    }

    @Test
    void showsWhatTheTablesSay() throws IOException {
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(predictions()))
                .set("resamples", 200);
        try (var run = workflow.run();
                var pages =
                        new ViewPages(browser, "scores", run.view("CV Scorer").orElseThrow())) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            pages.checkManners();
            var tab = pages.open(false);
            var summary = run.table(scorer, 1);
            for (var row = 0; row < 3; row++) {
                var cells = tab.evaluate(
                        "[...page().querySelectorAll('tbody tr')[" + row + "].cells].map(cell => cell.textContent)");
                assertEquals(summary.get("Model", row), cells.get(0).asText());
                var expected = String.format(
                        Locale.ROOT, "%.3f ± %.3f", summary.get("AUROC (mean)", row), summary.get("AUROC (sd)", row));
                assertEquals(expected, cells.get(1).asText());
            }
            // each row of the table is counted once in each model's confusion
            var label = tab.evaluate(
                            "[...page().querySelectorAll('svg[role=img]')].map(svg => svg.getAttribute('aria-label'))"
                                    + ".find(text => text.startsWith('Confusion: ECGFounder'))")
                    .asText();
            var classes = run.table(scorer, 5);
            var abnormal = classes.column("Class").strings().indexOf("abnormal");
            assertTrue(
                    label.contains("label abnormal: abnormal " + classes.get("True positives", abnormal) + ","), label);
            // a curve goes when its model's name is pressed, and comes back
            var shown = "[...page().querySelectorAll('path[data-series=VQC]')].length";
            assertEquals(4, tab.evaluate(shown).asInt());
            tab.evaluate("[...page().querySelectorAll('.legend button')].find(b => b.textContent === 'VQC').click()");
            assertEquals(0, tab.evaluate(shown).asInt());
            tab.evaluate("[...page().querySelectorAll('.legend button')].find(b => b.textContent === 'VQC').click()");
            assertEquals(4, tab.evaluate(shown).asInt());
            // the first chart has the focus: plus zooms, 0 brings all back
            var curve = "page().querySelector('path[data-series=ECGFounder]').getAttribute('d')";
            var before = tab.evaluate(curve).asText();
            tab.evaluate("page().querySelector('svg.zoomable').focus()");
            tab.press("+");
            tab.await(curve + " !== '" + before + "'");
            tab.press("0");
            tab.await(curve + " === '" + before + "'");
            // another metric
            tab.evaluate("(() => { const s = page().getElementById('metric'); s.value = 'MCC';"
                    + " s.dispatchEvent(new Event('change')); })()");
            tab.await("page().body.textContent.includes('MCC against size')");
            tab.resize(1280, 2400);
            pages.screenshot("whole");
            tab.resize(760, 900);
            assertTrue(tab.evaluate("page().documentElement.scrollWidth <= frame.clientWidth")
                    .asBoolean());
            assertEquals(List.of(), tab.errors());
        }
    }

    /** The report is a page of its own, without KNIME around it. */
    @Test
    void theReportSaysWhatTheTablesSay(@TempDir Path folder) throws IOException {
        var file = folder.resolve("report.html");
        var workflow = Knime.get().workflow();
        var scorer = workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(predictions()))
                .set("resamples", 200)
                .set("reportFile", file);
        try (var run = workflow.run();
                var tab = browser.tab(1280, 3600)) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            tab.open(file.toUri().toString());
            var summary = run.table(scorer, 1);
            var heads = tab.evaluate(
                    "[...document.querySelector('table').tHead.rows[0].cells].map(cell => cell.textContent)");
            var cells = tab.evaluate(
                    "[...document.querySelectorAll('table')[0].tBodies[0].rows].map(row =>"
                            + " [...row.cells].map(cell => [cell.firstChild.textContent, cell.querySelector('.below')?.textContent]))");
            assertEquals(3, cells.size());
            for (var row = 0; row < 3; row++) {
                assertEquals(
                        summary.get("Model", row), cells.get(row).get(0).get(0).asText());
                for (var column = 1; column < heads.size(); column++) {
                    var metric = heads.get(column).asText().replaceAll(" \\(.*", "");
                    var cell = cells.get(row).get(column);
                    assertEquals(
                            number(summary, metric + " (mean)", row) + " ± " + number(summary, metric + " (sd)", row),
                            cell.get(0).asText(),
                            metric);
                    assertEquals(
                            number(summary, metric, row) + "\n[" + number(summary, metric + " (low)", row) + ", "
                                    + number(summary, metric + " (high)", row) + "]",
                            cell.get(1).asText(),
                            metric);
                }
            }
            var broken =
                    "[...document.querySelectorAll('svg path')].filter(path => path.getAttribute('d').includes('NaN'))";
            assertEquals(0, tab.evaluate(broken + ".length").asInt());
            assertTrue(
                    tab.evaluate("document.querySelectorAll('svg path').length").asInt() > 9);
            tab.screenshot(Path.of("target", "views", "report.png"));
            assertEquals(List.of(), tab.errors());
        }
    }

    private static String number(Table table, String column, int row) {
        return String.format(Locale.ROOT, "%.3f", table.get(column, row)).replace('-', '−');
    }

    @Test
    void anEmptyTableIsSaidToBeEmpty() throws IOException {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.CV_SCORER.factory())
                .from(workflow.add(Table.of(Column.strings("Class"), Column.doubles("P (Class=b) (m)"))));
        try (var run = workflow.run();
                var pages = new ViewPages(
                        browser, "scores-empty", run.view("CV Scorer").orElseThrow())) {
            assertEquals("There is nothing to show: the input table was empty.", pages.message());
        }
    }
}
