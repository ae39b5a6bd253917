package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The learning curve of a student in a real browser. */
class LearningCurveViewTest extends BrowserTest {

    @Test
    void aCurveForEachMethod() throws IOException {
        var workflow = TestPlatform.withTorch().workflow();
        var student = workflow.add(OwnNode.KD_STUDENT_LEARNER.factory())
                .from(workflow.add(FewLabelsTest.pretrained(TestTables.rows(), "UNSEEN")))
                .set("network/kind", "CNN")
                .set("learningCurve", "0.25, 0.5, 1")
                .set("training/innerFolds", 0)
                .set("training/epochs", 4);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            try (var pages = new ViewPages(
                    browser, "learning-curve", run.view("KD Student Learner").orElseThrow())) {
                pages.checkManners();
                var tab = pages.open(false);
                tab.resize(1280, 1500);
                pages.screenshot("whole");
                var label = tab.evaluate(
                                "[...page().querySelectorAll('svg.zoomable')].map(svg => svg.getAttribute('aria-label'))"
                                        + ".find(text => text.startsWith('AUROC with few labels'))")
                        .asText();
                var curve = run.table(student, 5);
                for (var row = 0; row < curve.rowCount(); row++) {
                    if (curve.column("Fold").isMissing(row)) {
                        assertTrue(label.contains((String) curve.get("Method", row)), label);
                        assertTrue(
                                label.contains(String.format(Locale.ROOT, "%.3f", (Double) curve.get("AUROC", row))),
                                label);
                    }
                }
                var points = "page().querySelector('path[data-series=\"Labels alone\"]').getAttribute('d')"
                        + ".split('L').length";
                assertEquals(3, tab.evaluate(points).asInt(), "a point for each share");
                var table = "[...page().querySelectorAll('table')].find(each =>"
                        + " each.textContent.startsWith('Learning curve')).querySelectorAll('tbody tr').length";
                assertEquals(10, tab.evaluate(table).asInt());
            }
        }
    }
}
