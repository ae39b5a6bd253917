package org.ecgdistill.evaluation.study;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.evaluation.metrics.Metric;
import org.junit.jupiter.api.Test;

/** With a million resamples each figure takes its time, so a comparison asks before each whether to go on. */
class ComparisonCancelTest {

    private static final int ROWS = 60;
    private static final int MODELS = 4;
    private static final List<ModelPredictions> PREDICTIONS = IntStream.range(0, MODELS)
            .mapToObj(model -> Studies.model("model " + model, Studies.OUT_OF_FOLD, ROWS, 1, model))
            .toList();

    private static Comparison compare(Progress progress) {
        return Comparison.of(
                Studies.cases(ROWS), PREDICTIONS, ComparisonOptions.DEFAULT.withBootstrap(40, 1), progress);
    }

    @Test
    void itReportsBeforeEveryFigureOfEveryModelAndPair() {
        var messages = new ConcurrentLinkedQueue<String>();
        compare((fraction, message) -> messages.add(message));
        var pairs = MODELS * (MODELS - 1) / 2;
        assertTrue(count(messages, "Comparing model") >= pairs * Metric.values().length, messages::toString);
        for (var model = 0; model < MODELS; model++) {
            assertTrue(count(messages, "Scoring model " + model) >= Metric.values().length, messages::toString);
        }
        assertTrue(count(messages, "Resample ") >= MODELS, messages::toString);
    }

    @Test
    void itStopsWhereverItIsStopped() {
        var all = new AtomicInteger();
        compare((fraction, message) -> all.incrementAndGet());
        for (var last = 1; last < all.get(); last += 7) {
            var wanted = last;
            var reports = new AtomicInteger();
            assertThrows(
                    CancellationException.class,
                    () -> compare((fraction, message) -> {
                        if (reports.incrementAndGet() >= wanted) {
                            throw new CancellationException();
                        }
                    }));
            // Each model has a thread of its own, which hears of it at its next report.
            assertTrue(reports.get() <= wanted + MODELS, reports.get() + " reports, stopped at " + wanted);
        }
    }

    private static long count(ConcurrentLinkedQueue<String> messages, String start) {
        return messages.stream().filter(message -> message.startsWith(start)).count();
    }
}
