package org.ecgdistill.signal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A longer stretch of the signal around a window. */
class ContextWindowTest {

    private static Segment beat(long peak) {
        return new Segment(
                new double[4], peak - 1, Optional.of(peak), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static LeadSignal lead(int samples, double rate) {
        return new LeadSignal(new double[samples], rate);
    }

    /** A second method: of all stretches inside the signal, the one whose middle is nearest to the R peak. */
    private static int nearest(int samples, int length, int peak) {
        return IntStream.rangeClosed(0, samples - length)
                .boxed()
                .min((one, other) ->
                        Integer.compare(Math.abs(one + length / 2 - peak), Math.abs(other + length / 2 - peak)))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"100, 10, 1", "100, 10, 2.5", "101, 10, 10", "100, 10, 10", "360, 36, 7.3"})
    void theBeatIsInTheMiddleUnlessAnEndIsNear(int samples, double rate, double seconds) {
        var length = (int) Math.rint(seconds * rate);
        for (var peak = 0; peak < samples; peak++) {
            var stretch = new ContextWindow(seconds).around(beat(peak), lead(samples, rate));
            assertEquals(length, stretch.to() - stretch.from());
            assertEquals(nearest(samples, length, peak), stretch.from(), "at " + peak);
            assertTrue(stretch.from() <= peak && peak < stretch.to());
        }
    }

    @Test
    void aShortSignalIsTakenWhole() {
        for (var peak : List.of(0, 20, 49)) {
            assertEquals(new ContextWindow.Stretch(0, 50), new ContextWindow(10).around(beat(peak), lead(50, 10)));
        }
        assertEquals(new ContextWindow.Stretch(0, 50), new ContextWindow(1e300).around(beat(3), lead(50, 10)));
        assertEquals(new ContextWindow.Stretch(7, 8), new ContextWindow(1e-9).around(beat(7), lead(50, 10)));
    }

    @Test
    void theMiddleOfAWindowOfFixedLengthIsInTheMiddle() {
        var leads = List.of(lead(100, 10), lead(200, 20));
        var windows =
                RecordSegmenter.everySoOften(leads, 2, 4, Normalisation.NONE).windows();
        var wider = new ContextWindow(4);
        var found = windows.stream()
                .map(window -> wider.around(window.segment(), leads.get(window.lead())))
                .toList();
        assertEquals(
                List.of(
                        new ContextWindow.Stretch(0, 40),
                        new ContextWindow.Stretch(0, 80),
                        new ContextWindow.Stretch(30, 70),
                        new ContextWindow.Stretch(60, 140),
                        new ContextWindow.Stretch(60, 100),
                        new ContextWindow.Stretch(120, 200)),
                found);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLengthAboveZeroIsNeeded(double seconds) {
        var message = assertThrows(SignalException.class, () -> new ContextWindow(seconds))
                .getMessage();
        assertTrue(message.contains("must be above 0 s"), message);
    }
}
