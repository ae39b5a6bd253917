package org.ecgdistill.quantum.statevector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SineCosineTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 1, Math.PI, 50, 1000, SineCosine.LARGEST, 1e8})
    void isAsGoodAsTheLibrary(double bound) {
        var angles = new Random(1).doubles(10_000, -bound, bound).toArray();
        angles[0] = 0;
        angles[1] = bound;
        angles[2] = -bound;
        var sines = new double[angles.length];
        var cosines = new double[angles.length];
        new SineCosine(angles.length).compute(angles, sines, cosines, bound, angles.length);
        for (var i = 0; i < angles.length; i++) {
            assertEquals(Math.sin(angles[i]), sines[i], 1e-14);
            assertEquals(Math.cos(angles[i]), cosines[i], 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void leavesOtherLanesAlone(int lanes) {
        var sines = new double[8];
        Arrays.fill(sines, 9);
        new SineCosine(8).compute(new double[8], sines, new double[8], 1, lanes);
        assertEquals(8 - lanes, Arrays.stream(sines).filter(sine -> sine == 9).count());
    }
}
