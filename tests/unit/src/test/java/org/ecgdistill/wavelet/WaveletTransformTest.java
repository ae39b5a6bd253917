package org.ecgdistill.wavelet;

import static org.ecgdistill.wavelet.WaveletFixtures.assertClose;
import static org.ecgdistill.wavelet.WaveletFixtures.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WaveletTransformTest {

    static Iterable<String> names() {
        return Wavelet.names();
    }

    static Stream<String> orthogonal() {
        return Wavelet.names().stream().filter(name -> Wavelet.of(name).isOrthogonal());
    }

    @Tag("fixtures")
    @Test
    void coefficientsAreThoseOfPyWavelets() throws IOException {
        for (var file :
                WaveletFixtures.files(content -> content.at("/cases/0/wavedec2").isArray())) {
            var signal = numbers(file.get("x"));
            for (var item : file.get("cases")) {
                checkCoefficients(signal, item);
            }
        }
    }

    private static void checkCoefficients(double[] signal, JsonNode item) {
        var wavelet = Wavelet.of(item.get("wavelet").asText());
        var mode = WaveletFixtures.mode(item.get("mode"));
        var transform = new WaveletTransform(wavelet, mode);
        var name = wavelet + " " + mode.label();
        assertEquals(item.get("max_level").asInt(), wavelet.maximumLevel(signal.length), name);
        var one = transform.decompose(signal, 1);
        assertClose(numbers(item.get("cA")), one.approximation(), 1e-10, name);
        assertClose(numbers(item.get("cD")), one.detail(1), 1e-10, name);
        var expected = item.get("wavedec2");
        var several = transform.decompose(signal, expected.size() - 1);
        assertClose(numbers(expected.get(0)), several.approximation(), 1e-10, name);
        for (var i = 1; i < expected.size(); i++) {
            assertClose(numbers(expected.get(i)), several.detail(expected.size() - i), 1e-10, name);
        }
        assertClose(signal, transform.reconstruct(several), 1e-10, name);
    }

    /** One level and as many as fit, for every length from 8 to 1,100. */
    @ParameterizedTest
    @EnumSource
    void everySignalComesBack(BoundaryMode mode) {
        var signal = new Random(1).doubles(1100, -1, 1).toArray();
        Wavelet.names().parallelStream().map(Wavelet::of).forEach(wavelet -> {
            var pyramid = new Pyramid(wavelet, mode);
            for (var length = 8; length <= signal.length; length++) {
                var piece = Arrays.copyOf(signal, length);
                assertComesBack(pyramid, piece, 1, wavelet + " one level of " + length);
                var levels = wavelet.maximumLevel(length);
                if (levels > 1) {
                    assertComesBack(pyramid, piece, levels, wavelet + " " + levels + " levels of " + length);
                }
            }
        });
    }

    private static void assertComesBack(Pyramid pyramid, double[] signal, int levels, String what) {
        var result = new double[signal.length];
        pyramid.reconstruct(pyramid.decompose(signal, levels), result);
        var worst = IntStream.range(0, signal.length)
                .mapToDouble(i -> Math.abs(result[i] - signal[i]))
                .max()
                .orElseThrow();
        assertTrue(worst < 1e-10, () -> what + ": " + worst);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void evenTheShortestSignalsComeBack(int length) {
        var signal = new Random(length).doubles(length, -1, 1).toArray();
        for (var name : Wavelet.names()) {
            for (var mode : BoundaryMode.values()) {
                var transform = new WaveletTransform(Wavelet.of(name), mode);
                var result = transform.reconstruct(transform.decompose(signal, 3));
                assertClose(signal, result, 1e-10, name + " " + mode.label());
            }
        }
    }

    /** Smooth, slow signals are where errors of the published digits add up from level to level. */
    @ParameterizedTest
    @MethodSource("names")
    void aSlowWaveComesBackThroughManyLevels(String name) {
        var signal = new double[10_000];
        Arrays.setAll(signal, i -> 3 + Math.sin(i / 900.0));
        for (var mode : BoundaryMode.values()) {
            var transform = new WaveletTransform(Wavelet.of(name), mode);
            var levels = Wavelet.of(name).maximumLevel(signal.length);
            var result = transform.reconstruct(transform.decompose(signal, levels));
            assertClose(signal, result, 1e-10, name + " " + mode.label());
        }
    }

    /** Parseval: under periodization an orthogonal transform keeps the energy (lengths that stay even). */
    @ParameterizedTest
    @MethodSource("orthogonal")
    void orthogonalWaveletsKeepTheEnergy(String name) {
        var signal = new Random(3).doubles(1024, -1, 1).toArray();
        var result = new WaveletTransform(Wavelet.of(name), BoundaryMode.PERIODIZATION).decompose(signal, 4);
        var energy = energy(result.approximation());
        for (var level = 1; level <= 4; level++) {
            energy += energy(result.detail(level));
        }
        assertEquals(1, energy / energy(signal), 1e-10);
    }

    private static double energy(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    @ParameterizedTest
    @EnumSource
    void theTransformIsLinear(BoundaryMode mode) {
        var random = new Random(5);
        var a = random.doubles(777, -1, 1).toArray();
        var b = random.doubles(777, -1, 1).toArray();
        var sum = new double[777];
        Arrays.setAll(sum, i -> 2 * a[i] - 3 * b[i]);
        for (var name : Wavelet.names()) {
            var transform = new WaveletTransform(Wavelet.of(name), mode);
            var ofA = transform.decompose(a, 3);
            var ofB = transform.decompose(b, 3);
            var ofSum = transform.decompose(sum, 3);
            for (var level = 1; level <= 3; level++) {
                var left = ofA.detail(level);
                var right = ofB.detail(level);
                var expected = new double[left.length];
                Arrays.setAll(expected, i -> 2 * left[i] - 3 * right[i]);
                assertClose(expected, ofSum.detail(level), 1e-12, name + " level " + level);
            }
        }
    }

    /** A constant has no details and an approximation that grows by the square root of 2 per level. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ZERO")
    void aConstantStaysConstant(BoundaryMode mode) {
        var signal = new double[321];
        Arrays.fill(signal, 0.75);
        for (var name : Wavelet.names()) {
            var result = new WaveletTransform(Wavelet.of(name), mode).decompose(signal, 4);
            for (var value : result.approximation()) {
                assertEquals(4 * 0.75, value, 1e-10, name);
            }
            for (var level = 1; level <= 4; level++) {
                for (var value : result.detail(level)) {
                    assertEquals(0, value, 1e-10, name);
                }
            }
        }
    }

    /** Blocks must join without a seam: a long signal transformed at once and a naive sum give the same. */
    @ParameterizedTest
    @CsvSource({"sym8,2000", "db20,1025", "db3,1024", "bior6.8,3001", "haar,1026"})
    void longSignalsFollowTheDefinition(String name, int length) {
        var signal = new Random(7).doubles(length, -1, 1).toArray();
        var wavelet = Wavelet.of(name);
        var result = new WaveletTransform(wavelet, BoundaryMode.ZERO).decompose(signal, 1);
        assertClose(naive(signal, wavelet.decompositionLow()), result.approximation(), 1e-12, name);
        assertClose(naive(signal, wavelet.decompositionHigh()), result.detail(1), 1e-12, name);
    }

    private static double[] naive(double[] signal, double[] filter) {
        var result = new double[(signal.length + filter.length - 1) / 2];
        for (var i = 0; i < result.length; i++) {
            for (var j = 0; j < filter.length; j++) {
                var place = 2 * i + 1 - j;
                if (place >= 0 && place < signal.length) {
                    result[i] += filter[j] * signal[place];
                }
            }
        }
        return result;
    }

    @Test
    void memoryThatIsUsedAgainHoldsTheSame() {
        var transform = new WaveletTransform(Wavelet.of("sym8"), BoundaryMode.SYMMETRIC);
        var first = new Random(1).doubles(501).toArray();
        var second = new Random(2).doubles(501).toArray();
        var coefficients = transform.decompose(first, 4);
        var signal = transform.reconstruct(coefficients);
        transform.decompose(second, coefficients);
        transform.reconstruct(coefficients, signal);
        var anew = transform.decompose(second, 4);
        assertArrayEquals(anew.approximation(), coefficients.approximation());
        for (var level = 1; level <= 4; level++) {
            assertArrayEquals(anew.detail(level), coefficients.detail(level));
        }
        assertArrayEquals(transform.reconstruct(anew), signal);
        var error = assertThrows(SignalException.class, () -> transform.decompose(new double[500], coefficients));
        assertTrue(error.getMessage().contains("those of 501 samples, but the signal has 500"), error.getMessage());
        assertThrows(SignalException.class, () -> transform.reconstruct(coefficients, new double[502]));
    }

    @Test
    void theSignalIsLeftAlone() {
        var signal = new Random(9).doubles(100).toArray();
        var copy = signal.clone();
        var transform = new WaveletTransform(Wavelet.of("db4"), BoundaryMode.SYMMETRIC);
        var coefficients = transform.decompose(signal, 2);
        coefficients.detail(1)[0] = 99;
        transform.reconstruct(coefficients);
        assertClose(copy, signal, 0, "signal");
    }

    @Test
    void otherCoefficientsGiveAnotherSignal() {
        var transform = new WaveletTransform(Wavelet.of("haar"), BoundaryMode.PERIODIZATION);
        var coefficients = transform.decompose(new double[] {1, 3, 5, 7}, 1);
        var smoothed = transform.reconstruct(coefficients.with(coefficients.approximation(), new double[2]));
        assertClose(new double[] {2, 2, 6, 6}, smoothed, 1e-15, "means of pairs");
        assertThrows(IllegalArgumentException.class, () -> coefficients.with(new double[2], new double[3]));
    }

    @Test
    void senselessArgumentsAreExplained() {
        var transform = new WaveletTransform(Wavelet.of("haar"), BoundaryMode.ZERO);
        assertTrue(assertThrows(SignalException.class, () -> transform.decompose(new double[0], 1))
                .getMessage()
                .contains("no samples"));
        assertTrue(assertThrows(SignalException.class, () -> transform.decompose(new double[4], 0))
                .getMessage()
                .contains("at least one level, not 0"));
    }
}
