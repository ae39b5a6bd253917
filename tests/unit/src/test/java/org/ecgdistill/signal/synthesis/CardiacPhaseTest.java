package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CardiacPhaseTest {

    private static final List<Beat> BEATS = DoubleStream.of(0, 0.8, 1.6, 2.0, 3.2, 4.0, 4.7)
            .mapToObj(time -> new Beat(time, BeatType.NORMAL))
            .toList();

    private final CardiacPhase phase = new CardiacPhase(BEATS);

    @Test
    void isAFullTurnFromBeatToBeat() {
        for (var i = 0; i < BEATS.size() - 1; i++) {
            assertEquals(2 * Math.PI * i, phase.phase(i, BEATS.get(i).time()), 1e-12);
            assertEquals(2 * Math.PI * (i + 1), phase.phase(i, BEATS.get(i + 1).time()), 1e-12);
        }
    }

    @Test
    void neverRunsBackwards() {
        for (var time = 0.0; time < 4.7; time += 0.001) {
            var beat = phase.beatBefore(time, 0);
            assertTrue(phase.velocity(beat, time) > 0, "at " + time + " s");
        }
    }

    @Test
    void itsVelocityIsItsDerivativeAndDoesNotJump() {
        var step = 1e-6;
        for (var time = 0.01; time < 4.6; time += 0.0137) {
            var before = phase.beatBefore(time - step, 0);
            var after = phase.beatBefore(time + step, 0);
            var difference = (phase.phase(after, time + step) - phase.phase(before, time - step)) / (2 * step);
            assertEquals(difference, phase.velocity(phase.beatBefore(time, 0), time), 1e-3);
        }
        for (var i = 1; i < BEATS.size() - 1; i++) {
            var time = BEATS.get(i).time();
            assertEquals(phase.velocity(i - 1, time), phase.velocity(i, time), 1e-9);
        }
    }

    @Test
    void aSteadyRhythmHasASteadyVelocity() {
        var steady = new CardiacPhase(DoubleStream.of(0, 0.5, 1, 1.5, 2)
                .mapToObj(time -> new Beat(time, BeatType.NORMAL))
                .toList());
        for (var time = 0.0; time < 2; time += 0.01) {
            assertEquals(4 * Math.PI, steady.velocity(steady.beatBefore(time, 0), time), 1e-9);
        }
    }
}
