package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.ecgdistill.runner.api.Table;
import org.junit.jupiter.api.Test;

/** The training curves of a learner in a real browser. */
class TrainingViewTest extends BrowserTest {

    @Test
    void curvesOfEveryFold() throws IOException {
        var workflow = TestPlatform.withTorch().workflow();
        var generator = workflow.add(EcgGeneratorNodeTest.GENERATOR)
                .set("subjects", 12)
                .set("recordsPerSubject", 1)
                .set("duration", 4);
        var folds =
                workflow.add(FoldAssignerNodeTest.FOLD_ASSIGNER).from(generator).set("folds", 3);
        var learner =
                workflow.add(EcgFounderLearnerNodeTest.LEARNER).from(folds).set("training/epochs", 6);
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
            }
        }
    }

    private static long rowsOfFold(Table log, int fold) {
        return log.column("Fold").values().stream()
                .filter(Integer.valueOf(fold)::equals)
                .count();
    }
}
