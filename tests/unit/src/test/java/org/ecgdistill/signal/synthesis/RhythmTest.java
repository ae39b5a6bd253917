package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    private static final RrProcess STEADY = new RrProcess(0.8, 0, 0.1, 0.25, 1);
    private static final RrProcess VARIABLE = new RrProcess(0.8, 0.04, 0.1, 0.25, 1);

    @Test
    void withoutPrematureBeatsTheClockGoesOn() {
        var beats = new Rhythm(STEADY, 0, 0, 0).beats(-3, 60, RandomStream.of(1));
        assertTrue(beats.get(0).time() >= -3 && beats.get(0).time() < -2.2);
        for (var i = 1; i < beats.size(); i++) {
            assertEquals(0.8, interval(beats, i), 1e-9);
            assertEquals(BeatType.NORMAL, beats.get(i).type());
        }
        assertTrue(beats.get(beats.size() - 1).time() >= 59.2);
    }

    @Test
    void theIntervalsHaveTheMeanAndTheDeviationOfTheClock() {
        var beats = new Rhythm(VARIABLE, 0, 0, 0).beats(0, 1000, RandomStream.of(5));
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 1; i < beats.size(); i++) {
            sum += interval(beats, i);
            squares += interval(beats, i) * interval(beats, i);
        }
        var count = beats.size() - 1;
        assertEquals(0.8, sum / count, 0.008);
        assertEquals(0.04, Math.sqrt(squares / count - sum / count * sum / count), 0.004);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0", "0, 0.1", "0.08, 0.15", "0.25, 0.25"})
    void theSharesAreThoseAskedFor(double supraventricular, double ventricular) {
        var beats = new Rhythm(VARIABLE, supraventricular, ventricular, 0).beats(0, 8000, RandomStream.of(2));
        assertEquals(supraventricular, share(beats, BeatType.SUPRAVENTRICULAR), 0.012);
        assertEquals(ventricular, share(beats, BeatType.VENTRICULAR), 0.012);
    }

    @Test
    void aVentricularBeatIsEarlyAndFollowedByAFullPause() {
        var beats = new Rhythm(STEADY, 0, 0.1, 0).beats(0, 2000, RandomStream.of(3));
        var seen = 0;
        for (var i = 1; i < beats.size() - 1; i++) {
            if (beats.get(i).type() == BeatType.VENTRICULAR) {
                assertTrue(interval(beats, i) < 0.72 * 0.8, "coupling " + interval(beats, i));
                assertTrue(interval(beats, i) >= 0.3);
                assertEquals(1.6, interval(beats, i) + interval(beats, i + 1), 1e-9);
                seen++;
            }
        }
        assertTrue(seen > 150, seen + " beats");
    }

    @Test
    void anAtrialBeatIsEarlyAndFollowedByAnIncompletePause() {
        var beats = new Rhythm(STEADY, 0.1, 0, 0).beats(0, 2000, RandomStream.of(4));
        var seen = 0;
        for (var i = 1; i < beats.size() - 1; i++) {
            if (beats.get(i).type() == BeatType.SUPRAVENTRICULAR) {
                assertTrue(interval(beats, i) < 0.78 * 0.8, "coupling " + interval(beats, i));
                assertTrue(interval(beats, i + 1) > 0.8);
                assertTrue(interval(beats, i) + interval(beats, i + 1) < 0.96 * 1.6);
                seen++;
            }
        }
        assertTrue(seen > 150, seen + " beats");
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0", "0, -0.1", "0.3, 0.3", "NaN, 0"})
    void refusesImpossibleShares(double supraventricular, double ventricular) {
        var message = assertThrows(SignalException.class, () -> new Rhythm(STEADY, supraventricular, ventricular, 0))
                .getMessage();
        assertTrue(message.contains("one half together"), message);
    }

    private static double interval(List<Beat> beats, int beat) {
        return beats.get(beat).time() - beats.get(beat - 1).time();
    }

    private static double share(List<Beat> beats, BeatType type) {
        return (double) beats.stream().filter(beat -> beat.type() == type).count() / beats.size();
    }
}
