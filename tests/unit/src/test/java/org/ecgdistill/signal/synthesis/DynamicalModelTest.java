package org.ecgdistill.signal.synthesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.synthesis.Wave.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicalModelTest {

    private static final LeadField LEAD_ONE = new LeadField(List.of(Lead.I));

    /**
     * With a steady rhythm the equation of z is linear with a right-hand side that is known in time, so its solution is
     * an integral: z(t) = f(t) - ∫ exp(-(t - s)) f(s) ds, where f is the sum of the Gaussian events in time.
     */
    @ParameterizedTest
    @ValueSource(doubles = {100, 250, 360, 1000})
    void agreesWithTheIntegralOfASingleWave(double rate) {
        var wave = new Wave(Part.VENTRICULAR, -0.1, 0.03, new Dipole(1 / 0.632, 0, 0));
        var interval = 0.75;
        var beats = steady(interval, -10, 9);
        var made = run(beats, wave, rate, 6);
        // The model's beats differ in height; the same stream tells by how much.
        var heights = RandomStream.of(1);
        var height = new double[beats.size()];
        for (var i = 1; i < height.length - 1; i++) {
            height[i] = heights.normalWithinTwo(1, 0.03);
        }
        var step = 0.0005;
        var start = -10.0;
        var decayed = 0.0;
        var expected = new double[made.length];
        var sample = 0;
        for (var i = 0; sample < made.length; i++) {
            var time = start + i * step;
            if (time >= sample / rate - step / 2) {
                expected[sample] = gaussians(beats, height, sample / rate) - decayed;
                sample++;
            }
            // Trapezoid rule for one step of the decaying integral.
            var decay = Math.exp(-step);
            decayed = decayed * decay
                    + step / 2 * (gaussians(beats, height, time) * decay + gaussians(beats, height, time + step));
        }
        for (var i = 0; i < made.length; i++) {
            // What the start got wrong dies away with a time constant of 1 s.
            assertEquals(expected[i], made[i], i < 3 * rate ? 0.005 : 0.0005, "sample " + i);
        }
    }

    @Test
    void doesNotDependOnTheSamplingRate() {
        var morphology = new MorphologySampler(RandomStream.of(4)).draw();
        var beats = new Rhythm(new RrProcess(0.8, 0.04, 0.1, 0.25, 1), 0.1, 0.15, 0).beats(-10, 14, RandomStream.of(5));
        var coarse =
                new DynamicalModel(beats, morphology, RandomStream.of(6)).run(250, 2500, LEAD_ONE, 1, Progress.NONE)[0];
        var fine = new DynamicalModel(beats, morphology, RandomStream.of(6))
                .run(2000, 20_000, LEAD_ONE, 1, Progress.NONE)[0];
        for (var i = 0; i < coarse.length; i++) {
            assertEquals(fine[8 * i], coarse[i], 0.001, "sample " + i);
        }
    }

    @Test
    void theSameInputGivesTheSameBits() {
        var beats = steady(0.9, -10, 8);
        var wave = new Wave(Part.VENTRICULAR, 0, 0.01, new Dipole(1, 0, 0));
        assertArrayEquals(run(beats, wave, 360, 4), run(beats, wave, 360, 4));
    }

    private static double[] run(List<Beat> beats, Wave wave, double rate, double seconds) {
        var morphology = new Morphology(List.of(wave), List.of(wave), List.of(wave));
        return new DynamicalModel(beats, morphology, RandomStream.of(1))
                .run(rate, (int) (seconds * rate), LEAD_ONE, 1, Progress.NONE)[0];
    }

    private static double gaussians(List<Beat> beats, double[] height, double time) {
        var sum = 0.0;
        for (var i = 1; i < height.length - 1; i++) {
            var distance = (time - beats.get(i).time() + 0.1) / 0.03;
            sum += height[i] * Math.exp(-distance * distance / 2);
        }
        return sum;
    }

    private static List<Beat> steady(double interval, double from, double until) {
        var beats = new ArrayList<Beat>();
        for (var time = from; time < until; time += interval) {
            beats.add(new Beat(time, BeatType.NORMAL));
        }
        return beats;
    }
}
