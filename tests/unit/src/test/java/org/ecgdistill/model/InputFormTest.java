package org.ecgdistill.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.signal.resample.Resampling;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InputFormTest {

    /** Upstream takes as many points as the new rate has in the same time, spread evenly over the signal. */
    @Test
    void resamplesAsUpstream() {
        for (var rates : new double[][] {{360, 500}, {500, 360}, {100, 500}, {250, 250}}) {
            var line = IntStream.range(0, 720).mapToDouble(i -> 3 + 2 * i).toArray();
            var form = new InputPlan(rates[1], 0, InputFilter.NONE, false).form(List.of("I"), line.length, rates[0]);
            var length = (int) Math.round(720 * rates[1] / rates[0]);
            assertEquals(length, form.samples());
            var found = form.prepare("r", new double[][] {line}, rates[0]);
            for (var i = 0; i < length; i++) {
                assertEquals(3 + 2 * 719.0 * i / (length - 1), found[i], 1e-3);
            }
        }
    }

    @Test
    void theMiddleIsKeptAndShortSignalsAreFilledUp() {
        var form = new InputForm(List.of("I"), 100, 4, false, true, InputFilter.NONE, InputScaling.NONE);
        assertArrayEquals(new float[] {2, 3, 4, 5}, form.prepare("r", new double[][] {{1, 2, 3, 4, 5, 6}}, 100));
        assertArrayEquals(new float[] {0, 7, 8, 0}, form.prepare("r", new double[][] {{7, 8}}, 100));
        assertArrayEquals(new float[] {0, 7, 0, 0}, form.prepare("r", new double[][] {{7}}, 100));
    }

    /** What is filled up is no part of the signal: it is neither counted nor moved. */
    @Test
    void filledUpSamplesStayOutOfTheScore() {
        var form = new InputForm(List.of("I"), 100, 4, false, true, InputFilter.NONE, InputScaling.Z_SCORE);
        assertArrayEquals(new float[] {0, -1, 1, 0}, form.prepare("r", new double[][] {{1, 3}}, 100), 1e-6f);
    }

    /** ECGFounder's authors standardise over all leads together, with 1e-8 added to the deviation. */
    @Test
    @Tag("fixtures")
    void standardisesAsUpstream() throws IOException {
        for (var file : Shared.files(Shared.fixtures("net1d"), "founder_preprocess", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile());
            var signal = numbers(reference.get("out"));
            var form = new InputPlan(0, 0, InputFilter.NONE, true).form(List.of("I"), signal.length, 500);
            var found = form.prepare("r", new double[][] {signal}, 500);
            var expected = reference.get("z");
            var step = signal.length / expected.size();
            for (var i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i).asDouble(), found[i * step], 1e-5);
            }
        }
    }

    @Test
    void filtersAsUpstream() throws IOException {
        for (var file : Shared.files(Shared.fixtures("net1d"), "founder_preprocess", ".json")) {
            var reference = new ObjectMapper().readTree(file.toFile());
            var rate = reference.get("fs").asDouble();
            var signal = numbers(reference.get("x"));
            var form = new InputPlan(0, 0, InputFilter.FOUNDER, true).form(List.of("I"), signal.length, rate);
            var found = form.prepare("r", new double[][] {signal}, rate);
            var expected = numbers(reference.get("z"));
            var step = signal.length / expected.length;
            for (var i = 0; i < expected.length; i++) {
                assertEquals(expected[i], found[i * step], 1e-5);
            }
        }
    }

    @Test
    void aFilterNeedsARate() {
        assertSentence("needed to filter", () -> new InputPlan(0, 0, InputFilter.FOUNDER, true)
                .form(List.of("I"), 5000, Double.NaN));
        assertSentence(
                "sampling rate above 0",
                () -> new InputForm(List.of("I"), 0, 10, false, false, InputFilter.FOUNDER, InputScaling.Z_SCORE));
    }

    @Test
    void theFirstSignalTellsTheRest() {
        var kept = new InputPlan(0, 0, InputFilter.NONE, true).form(List.of("I"), 256, 360);
        assertEquals(new InputForm(List.of("I"), 360, 256, false, false, InputFilter.NONE, InputScaling.Z_SCORE), kept);
        var ten = new InputPlan(500, 10, InputFilter.NONE, true).form(List.of("I"), 256, 360);
        assertEquals(new InputForm(List.of("I"), 500, 5000, true, true, InputFilter.NONE, InputScaling.Z_SCORE), ten);
        assertEquals(5000, ten.prepare("r", new double[][] {new double[256]}, 360).length);
        var resampled = new InputPlan(500, 0, InputFilter.NONE, false).form(List.of("I"), 256, 360);
        assertEquals(356, resampled.samples());
        assertEquals(
                0,
                new InputPlan(0, 0, InputFilter.NONE, false)
                        .form(List.of("I"), 256, Double.NaN)
                        .rate());
        assertSentence("sampling rate is not known", () -> new InputPlan(500, 0, InputFilter.NONE, true)
                .form(List.of("I"), 256, Double.NaN));
        assertSentence("has no sampling rate", () -> resampled.prepare("Row1", new double[1][256], Double.NaN));
        assertSentence("must not be negative", () -> new InputPlan(-1, 0, InputFilter.NONE, true));
    }

    @Test
    void moreSamplesThanANetworkCanReadAreRefused() {
        assertSentence("more samples than the 100,000,000", () -> new InputPlan(0, 1e9, InputFilter.NONE, true)
                .form(List.of("I"), 100, 500));
        assertSentence("more samples than the 100,000,000", () -> new InputPlan(0, 1e300, InputFilter.NONE, true)
                .form(List.of("I"), 100, 1e300));
        assertSentence("more samples than the 100,000,000", () -> new InputPlan(1e12, 0, InputFilter.NONE, true)
                .form(List.of("I"), 100, 500));
        assertSentence(
                "1.000e+05 s at 500.0 Hz with 12 lead(s)", () -> new InputPlan(0, 100_000, InputFilter.NONE, true)
                        .form(java.util.Collections.nCopies(12, "I"), 100, 500));
    }

    /** Ranks as {@code (scipy.stats.rankdata(x) - 1) / (len(x) - 1) * 2 - 1} gives them (1.17), with ties and −0. */
    @Test
    void ranksAreScipys() {
        assertScaled(InputScaling.RANKS, new double[] {3, 1, 2, 2}, 1, -1, 0, 0);
        assertScaled(InputScaling.RANKS, new double[] {5, 5, 5}, 0, 0, 0);
        assertScaled(InputScaling.RANKS, new double[] {1, -0.0, 0.0, 2, 1, 1}, 0.2, -0.8, -0.8, 1, 0.2, 0.2);
        assertScaled(InputScaling.RANKS, new double[] {7}, 0);
        // Two numbers that are the same as floats.
        assertScaled(InputScaling.RANKS, new double[] {1, 1 + 1e-12, 0}, 0, 1, -1);
    }

    @Test
    void scalesByRangeAndByLead() {
        assertScaled(InputScaling.MIN_MAX, new double[] {-1, 0, 3}, 0, 0.25, 1);
        assertScaled(InputScaling.MIN_MAX_SYMMETRIC, new double[] {-1, 0, 3}, -1, -0.5, 1);
        assertScaled(InputScaling.MIN_MAX, new double[] {2, 2}, 0, 0);
        assertScaled(InputScaling.MIN_MAX_SYMMETRIC, new double[] {2, 2}, 0, 0);
        assertScaled(InputScaling.NONE, new double[] {2, -3}, 2, -3);
        var leads = new double[][] {{1, 3}, {10, 30}};
        var form = InputForm.exactly(List.of("I", "II"), 100, 2, InputScaling.Z_SCORE_PER_LEAD);
        assertArrayEquals(new float[] {-1, 1, -1, 1}, form.prepare("r", leads, 100), 1e-6f);
        // Mean 11, standard deviation √131.5.
        var together = InputForm.exactly(List.of("I", "II"), 100, 2, InputScaling.Z_SCORE);
        var deviation = (float) Math.sqrt(131.5);
        assertArrayEquals(
                new float[] {-10 / deviation, -8 / deviation, -1 / deviation, 19 / deviation},
                together.prepare("r", leads, 100),
                1e-6f);
    }

    @Test
    void filledUpSamplesHaveNoRank() {
        var form = new InputForm(List.of("I"), 100, 4, false, true, InputFilter.NONE, InputScaling.RANKS);
        assertArrayEquals(new float[] {0, 1, -1, 0}, form.prepare("r", new double[][] {{3, 1}}, 100));
    }

    @Test
    void microvoltsAreAThousandTimesMillivolts() {
        var form = InputForm.exactly(List.of("I"), 100, 2, InputScaling.NONE).withUnit(InputUnit.MICROVOLT);
        assertArrayEquals(new float[] {1500, -2}, form.prepare("r", new double[][] {{1.5, -0.002}}, 100));
    }

    @Test
    void longRecordingsAreCutAndShortOnesFilledUpAtTheEnd() {
        var form = new InputForm(List.of("I"), 100, 3, true, true, InputFilter.NONE, InputScaling.NONE).withWindows();
        var cut = form.windows("r", new double[][] {{1, 2, 3, 4, 5, 6, 7, 8}}, 100);
        assertEquals(2, cut.size());
        assertArrayEquals(new float[] {1, 2, 3}, cut.get(0));
        assertArrayEquals(new float[] {4, 5, 6}, cut.get(1));
        assertArrayEquals(new float[] {1, 2, 3}, form.prepare("r", new double[][] {{1, 2, 3, 4}}, 100));
        assertFalse(form.isShort(3, 100));
        assertTrue(form.isShort(2, 100));
        // Zeros at the end have ranks too, as in the training of such networks.
        var ranks = new InputForm(List.of("I"), 100, 3, true, true, InputFilter.NONE, InputScaling.RANKS)
                .withWindows()
                .windows("r", new double[][] {{3, 1}}, 100);
        assertEquals(1, ranks.size());
        assertArrayEquals(new float[] {1, 0, -1}, ranks.get(0));
        // Twice the rate: the windows are cut from what was resampled.
        var twice = form.withResampling(Resampling.POLYPHASE);
        assertEquals(2, twice.windows("r", new double[1][12], 200).size());
        assertTrue(twice.isShort(4, 200));
        var two = form.withLeads(List.of("I", "II"));
        assertSentence("different lengths", () -> two.windows("r", new double[][] {{1, 2, 3}, {1, 2}}, 100));
        var whole = new InputForm(List.of("I"), 100, 3, false, true, InputFilter.NONE, InputScaling.NONE);
        assertEquals(1, whole.windows("r", new double[1][9], 100).size());
    }

    private static void assertScaled(InputScaling scaling, double[] signal, double... expected) {
        var form = InputForm.exactly(List.of("I"), 100, signal.length, scaling);
        var found = form.prepare("r", new double[][] {signal}, 100);
        for (var i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], 1e-6);
        }
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).asDouble())
                .toArray();
    }

    private static void assertSentence(String part, org.junit.jupiter.api.function.Executable action) {
        var message = assertThrows(ModelException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
