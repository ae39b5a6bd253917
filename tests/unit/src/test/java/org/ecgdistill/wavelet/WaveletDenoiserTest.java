package org.ecgdistill.wavelet;

import static org.ecgdistill.wavelet.WaveletFixtures.assertClose;
import static org.ecgdistill.wavelet.WaveletFixtures.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecgdistill.signal.SignalException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WaveletDenoiserTest {

    private static final double RATE = 360;

    @Tag("fixtures")
    @Test
    void denoisedSignalsAreThoseOfTheReference() throws IOException {
        for (var file : WaveletFixtures.files(
                content -> content.at("/cases/0/thresholds_coarse_to_fine").isArray())) {
            for (var item : file.get("cases")) {
                var recording = file.get("signals").get(item.get("signal").asText());
                check(numbers(recording.get("noisy")), recording.get("fs").asDouble(), item);
            }
        }
    }

    private static void check(double[] signal, double rate, JsonNode item) {
        var estimate =
                item.get("sigma_scope").asText().equals("level") ? NoiseEstimate.PER_LEVEL : NoiseEstimate.FINEST_LEVEL;
        var rule = ThresholdRule.valueOf(item.get("rule").asText().toUpperCase(Locale.ROOT));
        var settings = new WaveletSettings(
                Wavelet.of(item.get("wavelet").asText()),
                WaveletFixtures.mode(item.get("mode")),
                item.get("level").asInt(),
                new Thresholding(rule, Shrinkage.SOFT, estimate, 0, 1, Thresholding.ALL),
                WaveletSettings.KEEP_WANDER,
                1);
        var name = item.get("signal").asText() + " " + settings;
        var result = new WaveletDenoiser(settings).denoise(signal, rate);
        assertEquals(item.get("sigma").asDouble(), result.noise(), 1e-10, name);
        assertClose(item.get("output"), result.signal(), 1e-10, name);
    }

    private static double[] beats(int samples) {
        var signal = new double[samples];
        Arrays.setAll(signal, i -> {
            double phase = i % 300 - 150;
            return Math.exp(-phase * phase / 32) + 0.2 * Math.exp(-(phase - 80) * (phase - 80) / 800);
        });
        return signal;
    }

    private static double[] noisy(double[] clean, double noise, long seed) {
        var random = new Random(seed);
        return Arrays.stream(clean)
                .map(value -> value + noise * random.nextGaussian())
                .toArray();
    }

    private static double error(double[] actual, double[] expected) {
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> (actual[i] - expected[i]) * (actual[i] - expected[i]))
                .sum();
    }

    private static WaveletSettings keepingWander(Thresholding thresholding) {
        return new WaveletSettings(
                Wavelet.of("sym8"), BoundaryMode.SYMMETRIC, 5, thresholding, WaveletSettings.KEEP_WANDER, 1);
    }

    /**
     * The estimate is made without the clean signal; here that is known, so it can be compared. It is a little too good
     * where the threshold itself was chosen for the least estimate.
     */
    @ParameterizedTest
    @CsvSource({"SURE", "UNIVERSAL", "MINIMAX", "HEURISTIC_SURE"})
    void estimatesOfNoiseAndImprovementAreCloseToTheTruth(ThresholdRule rule) {
        var clean = beats(20_000);
        for (var noise : new double[] {0.02, 0.1}) {
            var given = noisy(clean, noise, 1);
            var result = new WaveletDenoiser(keepingWander(Thresholding.soft(rule))).denoise(given, RATE);
            var gain = 10 * Math.log10(error(given, clean) / error(result.signal(), clean));
            assertEquals(noise, result.noise(), 0.05 * noise);
            assertEquals(gain, result.improvement(), 0.8, rule + " " + noise);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleAndShrinkageImprovesANoisySignal(ThresholdRule rule) {
        var clean = beats(20_000);
        var given = noisy(clean, 0.1, 2);
        for (var shrinkage : Shrinkage.values()) {
            var thresholding = new Thresholding(rule, shrinkage, NoiseEstimate.FINEST_LEVEL, 0, 1, Thresholding.ALL);
            var result = new WaveletDenoiser(keepingWander(thresholding)).denoise(given, RATE);
            var gain = 10 * Math.log10(error(given, clean) / error(result.signal(), clean));
            if (rule == ThresholdRule.NONE) {
                assertEquals(0, gain, 1e-6);
                assertEquals(0, result.improvement(), 1e-6);
            } else {
                assertTrue(gain > 3, rule + " " + shrinkage + ": " + gain);
            }
        }
    }

    @Test
    void givenNoiseIsTaken() {
        var given = noisy(beats(5000), 0.05, 3);
        var estimated =
                new WaveletDenoiser(keepingWander(Thresholding.soft(ThresholdRule.UNIVERSAL))).denoise(given, RATE);
        var thresholding = new Thresholding(
                ThresholdRule.UNIVERSAL, Shrinkage.SOFT, NoiseEstimate.GIVEN, estimated.noise(), 1, Thresholding.ALL);
        var result = new WaveletDenoiser(keepingWander(thresholding)).denoise(given, RATE);
        assertArrayEquals(estimated.signal(), result.signal());
        assertEquals(estimated.noise(), result.noise());
    }

    @Test
    void onlyTheChosenLevelsAreTouched() {
        var given = noisy(beats(4096), 0.05, 4);
        var thresholding = new Thresholding(ThresholdRule.BAYES, Shrinkage.HARD, NoiseEstimate.FINEST_LEVEL, 0, 2, 3);
        var result = new WaveletDenoiser(keepingWander(thresholding)).denoise(given, RATE);
        var transform = new WaveletTransform(Wavelet.of("sym8"), BoundaryMode.SYMMETRIC);
        var before = transform.decompose(given, 5);
        var after = transform.decompose(result.signal(), 5);
        // Away from the ends, where symmetric continuation mixes levels, untouched levels are as they were.
        for (var level : new int[] {1, 4, 5}) {
            var expected = before.detail(level);
            var actual = after.detail(level);
            for (var i = 16; i < expected.length - 16; i++) {
                assertEquals(expected[i], actual[i], 1e-9, "level " + level);
            }
        }
        assertTrue(error(before.detail(2), after.detail(2)) > 0.1);
    }

    @ParameterizedTest
    @CsvSource({"100,6", "250,8", "360,8", "500,9", "1000,10"})
    void levelFollowsFromTheRate(double rate, int level) {
        assertEquals(level, LevelChoice.forCutOff(rate, 0.5));
        assertEquals(level, LevelChoice.levels(WaveletSettings.clinical(), 200_000, rate));
    }

    @Test
    void wanderIsRemovedAndBeatsStay() {
        var clean = beats(36_000);
        var wandering = clean.clone();
        Arrays.setAll(wandering, i -> clean[i] + 0.7 + Math.sin(2 * Math.PI * 0.15 * i / RATE));
        var result = new WaveletDenoiser(WaveletSettings.clinical()).denoise(wandering, RATE);
        // The beats' own mean goes with the wander.
        var mean = Arrays.stream(clean).average().orElseThrow();
        var expected = Arrays.stream(clean).map(value -> value - mean).toArray();
        var before = Math.sqrt(error(wandering, expected) / expected.length);
        var after = Math.sqrt(error(result.signal(), expected) / expected.length);
        assertTrue(before > 0.9 && after < 0.05, before + " -> " + after);
        assertTrue(result.improvement() > 20);
    }

    @Test
    void theSignalIsLeftAloneAndEachCallGivesTheSame() {
        var given = noisy(beats(5000), 0.05, 5);
        var copy = given.clone();
        var denoiser = new WaveletDenoiser(WaveletSettings.paper());
        var first = denoiser.denoise(given, RATE);
        denoiser.denoise(noisy(beats(9000), 0.3, 6), 500);
        var second = denoiser.denoise(given, RATE);
        assertArrayEquals(copy, given);
        assertArrayEquals(first.signal(), second.signal());
        assertEquals(first.improvement(), second.improvement());
    }

    @Test
    void manyThreadsGiveWhatOneGives() {
        var denoiser = new WaveletDenoiser(WaveletSettings.clinical());
        var signals = IntStream.range(0, 16)
                .mapToObj(i -> noisy(beats(5000 + 100 * i), 0.05, i))
                .toList();
        var alone = signals.stream()
                .map(signal -> denoiser.denoise(signal, RATE).signal())
                .toList();
        var together = signals.parallelStream()
                .map(signal -> denoiser.denoise(signal, RATE).signal())
                .toList();
        for (var i = 0; i < alone.size(); i++) {
            assertArrayEquals(alone.get(i), together.get(i));
        }
    }

    @Test
    void missingSamplesStayMissingAndTheRestIsDenoised() {
        var clean = beats(10_000);
        var given = noisy(clean, 0.05, 7);
        var gaps = given.clone();
        for (var i = 3000; i < 3012; i++) {
            gaps[i] = Double.NaN;
        }
        gaps[0] = Double.NaN;
        gaps[9999] = Double.NaN;
        var settings = keepingWander(Thresholding.soft(ThresholdRule.SURE));
        var result = new WaveletDenoiser(settings).denoise(gaps, RATE).signal();
        var whole = new WaveletDenoiser(settings).denoise(given, RATE).signal();
        for (var i = 0; i < result.length; i++) {
            assertEquals(Double.isNaN(gaps[i]), Double.isNaN(result[i]));
            if (i > 100 && Math.abs(i - 3006) > 100 && i < 9900) {
                assertEquals(whole[i], result[i], 0.02);
            }
        }
    }

    @Test
    void aFlatLineStaysFlat() {
        var flat = new double[5000];
        Arrays.fill(flat, 0.3);
        var result = new WaveletDenoiser(keepingWander(Thresholding.soft(ThresholdRule.SURE))).denoise(flat, RATE);
        assertClose(flat, result.signal(), 1e-10, "flat line");
        assertEquals(0, result.noise(), 1e-10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | 360 | it has 0 samples; at least 2 are needed",
                "1     | 360 | The signal has 1 sample, but the wavelet coif1 needs at least 5",
                "256   | 360 | Denoise the record before cutting it into segments",
                "256   | 360 | The signal has 256 samples (0.711 s)",
                "1279  | 360 | at 360 Hz the wavelet coif1 needs 1280",
                "90000 | 0   | The sampling rate is 0 Hz; a positive number such as 360 or 500 was expected",
                "90000 | -5  | The sampling rate is -5 Hz",
                "90000 | NaN | The sampling rate is NaN Hz",
                "90000 | 1.5 | At a sampling rate of 1.5 Hz wavelets cannot separate what lies below 0.5 Hz",
            })
    void unsuitableSignalsAreExplained(int samples, double rate, String sentence) {
        var denoiser = new WaveletDenoiser(WaveletSettings.clinical());
        var message = assertThrows(SignalException.class, () -> denoiser.denoise(new double[samples], rate))
                .getMessage();
        assertTrue(message.contains(sentence), message);
    }

    @Test
    void theShortestSufficientSignalIsDenoised() {
        var result = new WaveletDenoiser(WaveletSettings.clinical()).denoise(beats(1280), RATE);
        assertEquals(1280, result.signal().length);
    }

    /** Ten seconds at 500 Hz are what hospitals' electrocardiographs record. */
    @ParameterizedTest
    @EnumSource
    void everyPresetDenoisesTenSeconds(DenoisingPreset preset) {
        for (var rate : new double[] {100, 250, 360, 500, 1000}) {
            var clean = beats((int) (10 * rate));
            var result = preset.denoiser().denoise(noisy(clean, 0.05, 8), rate);
            assertEquals(clean.length, result.signal().length);
            assertTrue(Arrays.stream(result.signal()).allMatch(Double::isFinite));
        }
    }

    /** Averaging over shifts reduces the error further, as Coifman and Donoho found. */
    @Test
    void shiftsImproveTheResult() {
        var clean = beats(20_000);
        var given = noisy(clean, 0.1, 9);
        var before = Double.POSITIVE_INFINITY;
        for (var shifts : new int[] {1, 2, 8}) {
            var settings = new WaveletSettings(
                    Wavelet.of("coif1"),
                    BoundaryMode.SYMMETRIC,
                    5,
                    Thresholding.soft(ThresholdRule.SURE),
                    WaveletSettings.KEEP_WANDER,
                    shifts);
            var result = new WaveletDenoiser(settings).denoise(given, RATE);
            var error = error(result.signal(), clean);
            assertTrue(error < 0.95 * before, shifts + ": " + error + " after " + before);
            assertEquals(0.1, result.noise(), 0.005);
            before = error < before ? error : before;
        }
    }

    /** Without a threshold every shift gives the signal back, so their mean is the signal. */
    @ParameterizedTest
    @EnumSource
    void shiftsAloneChangeNothing(BoundaryMode mode) {
        var given = noisy(beats(3001), 0.1, 10);
        var settings = new WaveletSettings(
                Wavelet.of("sym5"), mode, 3, Thresholding.soft(ThresholdRule.NONE), WaveletSettings.KEEP_WANDER, 11);
        assertClose(given, new WaveletDenoiser(settings).denoise(given, RATE).signal(), 1e-10, mode.label());
    }

    @Test
    void missingAndInfiniteSamplesAreExplained() {
        var denoiser = new WaveletDenoiser(WaveletSettings.clinical());
        var missing = new double[5000];
        Arrays.fill(missing, Double.NaN);
        var message = assertThrows(SignalException.class, () -> denoiser.denoise(missing, RATE))
                .getMessage();
        assertTrue(message.startsWith("All 5000 samples of the signal are missing"), message);
        var infinite = beats(5000);
        infinite[41] = Double.NEGATIVE_INFINITY;
        message = assertThrows(SignalException.class, () -> denoiser.denoise(infinite, RATE))
                .getMessage();
        assertTrue(message.startsWith("Sample 42 of the signal's 5000 samples is infinite"), message);
    }

    @Test
    void levelsBeyondTheSignalAreExplained() {
        var sure = Thresholding.soft(ThresholdRule.SURE);
        var settings = new WaveletSettings(
                Wavelet.of("sym8"), BoundaryMode.SYMMETRIC, 6, sure, WaveletSettings.KEEP_WANDER, 1);
        var message = assertThrows(
                        SignalException.class, () -> new WaveletDenoiser(settings).denoise(new double[256], RATE))
                .getMessage();
        assertTrue(
                message.startsWith("Level 6 is too high: with the wavelet sym8 a signal of 256 samples allows at most"
                        + " level 4"),
                message);
    }

    @Test
    void tooFewLevelsForTheWanderAreExplained() {
        var sure = Thresholding.soft(ThresholdRule.SURE);
        var settings = new WaveletSettings(Wavelet.of("sym8"), BoundaryMode.SYMMETRIC, 4, sure, 0.5, 1);
        var message = assertThrows(
                        SignalException.class, () -> new WaveletDenoiser(settings).denoise(beats(50_000), RATE))
                .getMessage();
        assertTrue(message.contains("would remove everything below 11 Hz"), message);
        assertTrue(message.contains("At least 8 levels are needed"), message);
    }

    @Test
    void aShortSegmentCanBeDenoisedIfItsWanderIsKept() {
        var settings = new WaveletSettings(
                Wavelet.of("sym8"),
                BoundaryMode.SYMMETRIC,
                WaveletSettings.AUTOMATIC,
                Thresholding.soft(ThresholdRule.SURE),
                WaveletSettings.KEEP_WANDER,
                1);
        assertEquals(4, LevelChoice.levels(settings, 256, RATE));
        assertEquals(
                256, new WaveletDenoiser(settings).denoise(beats(256), RATE).signal().length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void unsuitableSettingsAreExplained(double number) {
        var rule = Thresholding.soft(ThresholdRule.SURE);
        var wavelet = Wavelet.of("sym8");
        var mode = BoundaryMode.SYMMETRIC;
        var message = assertThrows(SignalException.class, () -> new WaveletSettings(wavelet, mode, 0, rule, number, 1))
                .getMessage();
        assertTrue(message.contains("cut-off frequency for baseline wander is " + number), message);
        message = assertThrows(
                        SignalException.class,
                        () -> new Thresholding(
                                ThresholdRule.SURE, Shrinkage.SOFT, NoiseEstimate.GIVEN, number, 1, Thresholding.ALL))
                .getMessage();
        assertTrue(message.contains("standard deviation of the noise is " + number), message);
        message = assertThrows(SignalException.class, () -> new WaveletSettings(wavelet, mode, -1, rule, 0, 1))
                .getMessage();
        assertTrue(message.contains("number of levels is -1"), message);
        message = assertThrows(
                        SignalException.class,
                        () -> new Thresholding(ThresholdRule.SURE, Shrinkage.SOFT, NoiseEstimate.FINEST_LEVEL, 0, 3, 2))
                .getMessage();
        assertTrue(message.contains("Levels 3 to 2"), message);
    }

    /** Numbers whose squares are infinite. */
    @Test
    void samplesBeyondAllBoundsAreRefused() {
        var huge = noisy(beats(5000), 0.05, 3);
        for (var i = 0; i < huge.length; i++) {
            huge[i] *= 1e200;
        }
        for (var rule : List.of(ThresholdRule.SURE, ThresholdRule.HEURISTIC_SURE)) {
            var denoiser = new WaveletDenoiser(keepingWander(Thresholding.soft(rule)));
            var message = assertThrows(SignalException.class, () -> denoiser.denoise(huge, RATE))
                    .getMessage();
            assertTrue(message.contains("too large"), message);
        }
    }

    @Test
    void theDestructiveCombinationIsWarnedOf() {
        var perLevel = new Thresholding(
                ThresholdRule.UNIVERSAL, Shrinkage.SOFT, NoiseEstimate.PER_LEVEL, 0, 1, Thresholding.ALL);
        var sym8 = Wavelet.of("sym8");
        var mode = BoundaryMode.SYMMETRIC;
        var warning =
                new WaveletSettings(sym8, mode, 0, perLevel, 0.5, 1).warning().orElseThrow();
        assertTrue(warning.contains("destroy the ECG"), warning);
        var finest = new Thresholding(ThresholdRule.UNIVERSAL, Shrinkage.SOFT, NoiseEstimate.PER_LEVEL, 0, 1, 4);
        assertFalse(new WaveletSettings(sym8, mode, 0, finest, 0.5, 1).warning().isPresent());
        assertFalse(new WaveletSettings(sym8, mode, 4, perLevel, 0, 1).warning().isPresent());
        assertFalse(WaveletSettings.clinical().warning().isPresent());
        assertFalse(WaveletSettings.paper().warning().isPresent());
    }
}
