package org.ecgdistill.wavelet;

import static org.ecgdistill.wavelet.WaveletFixtures.assertClose;
import static org.ecgdistill.wavelet.WaveletFixtures.numbers;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WaveletTest {

    static Iterable<String> names() {
        return Wavelet.names();
    }

    @Tag("fixtures")
    @Test
    void filtersAreThoseOfPyWavelets() throws IOException {
        for (var file :
                WaveletFixtures.files(content -> content.at("/haar/dec_lo").isArray())) {
            for (var entry : file.properties()) {
                var wavelet = Wavelet.of(entry.getKey());
                var filters = entry.getValue();
                assertAll(
                        () -> assertClose(
                                numbers(filters.get("dec_lo")), wavelet.decompositionLow(), 1e-12, wavelet.name()),
                        () -> assertClose(
                                numbers(filters.get("dec_hi")), wavelet.decompositionHigh(), 1e-12, wavelet.name()),
                        () -> assertClose(
                                numbers(filters.get("rec_lo")), wavelet.reconstructionLow(), 1e-12, wavelet.name()),
                        () -> assertClose(
                                numbers(filters.get("rec_hi")), wavelet.reconstructionHigh(), 1e-12, wavelet.name()));
            }
        }
    }

    @Test
    void thereAreFiftyNineWavelets() {
        var names = Wavelet.names();
        assertEquals(1 + 19 + 19 + 5 + 15, names.size());
        for (var name : names) {
            assertEquals(name, Wavelet.of(name).name());
        }
        assertSame(Wavelet.of("haar"), Wavelet.of(" DB1 "));
    }

    @ParameterizedTest
    @MethodSource("names")
    void lowPassFiltersPassAConstantAndStopTheFastestOscillation(String name) {
        var wavelet = Wavelet.of(name);
        for (var low : new double[][] {wavelet.decompositionLow(), wavelet.reconstructionLow()}) {
            assertEquals(Math.sqrt(2), Arrays.stream(low).sum(), 1e-11);
            assertEquals(0, alternatingMoment(low, 0), 1e-11);
        }
    }

    /** Daubechies' wavelets and Symlets of order N have N vanishing moments, Coiflets of order N have 2N. */
    @ParameterizedTest
    @CsvSource({"db2,2", "db3,3", "db6,6", "db10,10", "sym4,4", "sym8,8", "coif1,2", "coif2,4", "coif3,6"})
    void highPassFiltersSuppressPolynomials(String name, int moments) {
        var low = Wavelet.of(name).decompositionLow();
        for (var power = 0; power < moments; power++) {
            var scale = Math.pow(low.length, power);
            assertEquals(0, alternatingMoment(low, power) / scale, 1e-10, name + ", power " + power);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void allButTheBiorthogonalFamilyAreOrthogonal(String name) {
        assertEquals(
                !name.startsWith("bior") || name.equals("bior1.1"),
                Wavelet.of(name).isOrthogonal());
    }

    @ParameterizedTest
    @CsvSource({"haar,37,5", "db4,37,2", "sym8,37,1", "sym8,650000,15", "db10,37,0", "haar,1,0", "haar,2,1"})
    void maximumLevelIsTheLastOneThatFits(String name, int samples, int level) {
        assertEquals(level, Wavelet.of(name).maximumLevel(samples));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "db21", "sym1", "coif6", "bior4.5", "morlet"})
    void anUnknownNameIsExplained(String name) {
        var message =
                assertThrows(SignalException.class, () -> Wavelet.of(name)).getMessage();
        assertTrue(message.contains("\"" + name + "\"") && message.contains("sym2 to sym20"), message);
    }

    @Test
    void filtersCannotBeChangedFromOutside() {
        var wavelet = Wavelet.of("db2");
        wavelet.decompositionLow()[0] = 7;
        assertEquals(-0.12940952255126037, wavelet.decompositionLow()[0]);
    }

    private static double alternatingMoment(double[] filter, int power) {
        var sum = 0.0;
        for (var k = 0; k < filter.length; k++) {
            sum += (k % 2 == 0 ? 1 : -1) * Math.pow(k, power) * filter[k];
        }
        return sum;
    }
}
