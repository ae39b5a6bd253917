package org.ecgdistill.signal.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class FounderFilterTest {

    @Tag("fixtures")
    @Test
    void stagesAreThoseOfTheAuthors() throws IOException {
        for (var path : Shared.files(Shared.fixtures("net1d"), "founder_preprocess", ".json")) {
            check(new ObjectMapper().readTree(path.toFile()));
        }
    }

    private static void check(JsonNode file) {
        var rate = file.get("fs").asDouble();
        var signal = numbers(file.get("x"));
        var notch = RecursiveFilter.notch(50, 30, rate);
        assertArrayEquals(numbers(file.at("/notch/0")), notch.b(), 1e-12);
        assertArrayEquals(numbers(file.at("/notch/1")), notch.a(), 1e-12);
        var band = Butterworth.bandPass(4, 0.67, 40, rate);
        assertArrayEquals(numbers(file.at("/butter/0")), band.asOneFilter().b(), 1e-12);
        assertArrayEquals(numbers(file.at("/butter/1")), band.asOneFilter().a(), 1e-12);
        assertEquals(file.get("median_kernel").asInt(), FounderFilter.baselineWindow(rate));

        // Inner stages are noted at regular intervals only.
        var afterNotch = new ZeroPhaseFilter(notch).apply(signal);
        assertEach(numbers(file.get("after_notch")), afterNotch, 1e-10);
        // The exact filter, from which the authors' nearly singular form departs by less than a millionth.
        assertEach(numbers(file.get("after_band")), new ZeroPhaseFilter(band.asSections()).apply(afterNotch), 1e-6);

        var result = new FounderFilter().denoise(signal, rate).signal();
        assertArrayEquals(numbers(file.get("out")), result, 1e-10);
        var mean = Arrays.stream(result).average().orElseThrow();
        var deviation = Math.sqrt(Arrays.stream(result)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        assertArrayEquals(numbers(file.get("mean_std")), new double[] {mean, deviation}, 1e-10);
        var standardised = Arrays.stream(result)
                .map(value -> (value - mean) / (deviation + 1e-8))
                .toArray();
        assertEach(numbers(file.get("z")), standardised, 1e-9);
    }

    private static void assertEach(double[] expected, double[] actual, double tolerance) {
        var step = actual.length / expected.length;
        for (var i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i * step], tolerance, "at " + i * step);
        }
    }

    private static double[] numbers(JsonNode list) {
        var result = new double[list.size()];
        Arrays.setAll(result, i -> list.get(i).doubleValue());
        return result;
    }

    /** The same chain at 360 Hz in SciPy 1.17.1, its band-pass in second-order sections. */
    @Test
    void otherRatesHaveTheSameFilters() {
        FilterReferences.check(
                new FounderFilter().denoise(FilterReferences.signal(), 360).signal(),
                1e-9,
                0.2722108453224271,
                -0.3898291530019875,
                0.34799224398839346,
                -0.12531352941016943,
                0.08443083418949615,
                -0.09819970750114809,
                -0.06123294509349995);
    }

    @Test
    void aRateBelowTwiceTheMainsNeedsNoNotch() {
        assertEquals(
                400, new FounderFilter().denoise(FilterReferences.signal(), 100).signal().length);
        var message = assertThrows(
                        SignalException.class, () -> new FounderFilter().denoise(FilterReferences.signal(), 75))
                .getMessage();
        assertTrue(message.contains("A band from 0.67 to 40.0 Hz cannot be passed"), message);
    }

    @Test
    void missingSamplesStayMissing() {
        var signal = FilterReferences.signal();
        signal[100] = Double.NaN;
        var result = new FounderFilter().denoise(signal, 500).signal();
        for (var i = 0; i < signal.length; i++) {
            assertEquals(i == 100, Double.isNaN(result[i]));
        }
    }
}
