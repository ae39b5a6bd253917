package org.ecgdistill.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ecgdistill.runner.api.Column;
import org.ecgdistill.runner.api.ColumnType;
import org.ecgdistill.runner.api.Table;
import org.ecgdistill.runner.launch.Knime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Wavelet Denoiser as an analyst meets it. How well it denoises is tested where that is done. */
class WaveletDenoiserNodeTest {

    private static double[] noise(int samples) {
        var random = new Random(samples);
        var noise = new double[samples];
        Arrays.setAll(noise, i -> 0.5 * random.nextGaussian());
        return noise;
    }

    private static Table signals(double rate, double[]... signals) {
        var rates = new Double[signals.length];
        Arrays.fill(rates, rate);
        return Table.of(Column.signals("Signal", signals), Column.doubles("Sampling rate", rates));
    }

    @Test
    void denoisesGeneratedRecordsWithoutASetting() {
        var workflow = Knime.get().workflow();
        var denoised = workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(workflow.add(OwnNode.ECG_GENERATOR.factory())
                        .set("subjects", 4)
                        .set("duration", 10));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var rows = run.table(denoised, 1);
            assertEquals(List.of("Record", "Subject", "Lead", "Sampling rate", "Signal", "Class"), rows.columnNames());
            assertTrue(rows.rowCount() > 0);
            for (var row = 0; row < rows.rowCount(); row++) {
                assertFalse(rows.column("Signal").isMissing(row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLINICAL", "PAPER", "FOUNDER", "BAND_PASS", "OWN"})
    void everyMethodRemovesNoise(String method) {
        var workflow = Knime.get().workflow();
        var denoised = workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(workflow.add(signals(500, noise(5000))))
                .set("method", method);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var result = run.table(denoised, 1).column("Signal").signal(0);
            assertEquals(5000, result.length);
            assertTrue(energy(result) < 0.5 * energy(noise(5000)));
        }
    }

    private static double energy(double[] signal) {
        return Arrays.stream(signal).map(value -> value * value).sum();
    }

    @Test
    void appendsTheSignalAndWhatIsKnownOfTheNoise() {
        var workflow = Knime.get().workflow();
        var wave = noise(4000);
        Arrays.setAll(wave, i -> wave[i] + 2 * Math.sin(0.1 * i));
        var denoised = workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(workflow.add(signals(360, wave)))
                .set("output", "APPEND")
                .set("estimates", true);
        try (var run = workflow.run()) {
            var rows = run.table(denoised, 1);
            assertEquals(
                    List.of("Signal", "Sampling rate", "Denoised signal", "Noise", "SNR improvement (dB)"),
                    rows.columnNames());
            assertEquals(0.5, (double) rows.get("Noise", 0), 0.03);
            assertTrue((double) rows.get("SNR improvement (dB)", 0) > 3);
        }
    }

    @Test
    void missingSamplesAndSignalsStayMissing() {
        var workflow = Knime.get().workflow();
        var gap = noise(4000);
        gap[1000] = Double.NaN;
        var denoised = workflow.add(OwnNode.WAVELET_DENOISER.factory()).from(workflow.add(signals(360, gap, null)));
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var signals = run.table(denoised, 1).column("Signal");
            assertTrue(Double.isNaN(signals.signal(0)[1000]) && !Double.isNaN(signals.signal(0)[999]));
            assertTrue(signals.isMissing(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 360 | The signal is empty",
                "1    | 360 | The signal has 1 sample, but the wavelet coif1 needs at least 5",
                "256  | 360 | Denoise the record before cutting it into segments",
                "4000 | 0   | The sampling rate is 0 Hz",
                "4000 | -1  | The sampling rate is -1 Hz",
                "4000 |     | The sampling rate is missing",
            })
    void aBadRowFailsTheNodeOrIsLeftMissing(int samples, Double rate, String sentence) {
        assertExplained(new double[samples], rate, Map.of(), sentence);
    }

    @Test
    void missingAndInfiniteSamplesAreExplained() {
        var missing = new double[4000];
        Arrays.fill(missing, Double.NaN);
        assertExplained(missing, 360.0, Map.of(), "All 4000 samples of the signal are missing");
        var infinite = noise(4000);
        infinite[41] = Double.POSITIVE_INFINITY;
        assertExplained(infinite, 360.0, Map.of(), "Sample 42 of the signal's 4000 samples is infinite");
    }

    @Test
    void aLevelThatIsTooHighIsExplained() {
        Map<String, Object> settings = Map.of("method", "OWN", "levels", 7, "removeWander", false);
        assertExplained(new double[256], 360.0, settings, "Level 7 is too high");
    }

    /** Beside a good signal: strictly, the node stops and names the row; leniently, the good one is denoised all the same. */
    private static void assertExplained(double[] bad, Double rate, Map<String, Object> settings, String sentence) {
        var given = Table.of(Column.signals("Signal", noise(4000), bad), Column.doubles("Sampling rate", 360.0, rate));
        var strict = Knime.get().workflow();
        var failing = strict.add(OwnNode.WAVELET_DENOISER.factory()).from(strict.add(given));
        settings.forEach(failing::set);
        try (var run = strict.run()) {
            var failure = run.failure().orElseThrow();
            assertTrue(failure.contains("Row \"Row1\": ") && failure.contains(sentence), failure);
        }
        var lenient = Knime.get().workflow();
        var denoised = lenient.add(OwnNode.WAVELET_DENOISER.factory())
                .from(lenient.add(given))
                .set("problems", "MISSING");
        settings.forEach(denoised::set);
        try (var run = lenient.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var rows = run.table(denoised, 1);
            assertFalse(rows.column("Signal").isMissing(0));
            assertTrue(rows.column("Signal").isMissing(1));
            assertTrue(rows.get("Denoising problem", 1).toString().contains(sentence));
            assertTrue(rows.column("Denoising problem").isMissing(0));
        }
    }

    @Test
    void aColumnThatHoldsNoSignalsIsRefused() {
        for (var column : List.of(
                Column.strings("Signal", "1;2;3"),
                new Column("Signal", ColumnType.STRING_LIST, List.of(List.of("1", "2", "3")), Map.of()))) {
            var workflow = Knime.get().workflow();
            var given = Table.of(column, Column.doubles("Sampling rate", 360.0));
            workflow.add(OwnNode.WAVELET_DENOISER.factory())
                    .from(workflow.add(given))
                    .set("signal", "Signal");
            try (var run = workflow.run()) {
                var failure = run.failure().orElseThrow();
                assertTrue(failure.contains("The column \"Signal\" cannot serve as signal column"), failure);
            }
        }
    }

    /** Levels from the sampling rate, all of them denoised, each with the noise of its own. */
    @Test
    void whatDestroysTheEcgMustBeConfirmed() {
        var refused = Knime.get().workflow();
        refused.add(OwnNode.WAVELET_DENOISER.factory())
                .from(refused.add(signals(360, noise(4000))))
                .set("method", "OWN")
                .set("noiseFrom", "PER_LEVEL");
        try (var run = refused.run()) {
            var failure = run.failure().orElseThrow();
            assertTrue(failure.contains("These settings destroy the ECG"), failure);
            assertTrue(failure.contains("tick \"Allow settings that destroy the ECG\""), failure);
        }
        var workflow = Knime.get().workflow();
        var data = workflow.add(signals(360, noise(4000)));
        var confirmed = workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(data)
                .set("method", "OWN")
                .set("noiseFrom", "PER_LEVEL")
                .set("destroy", true);
        var fine = workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(data)
                .set("method", "OWN")
                .set("noiseFrom", "PER_LEVEL")
                .set("lastLevel", 4);
        try (var run = workflow.run()) {
            assertTrue(run.succeeded(), () -> run.failure().orElseThrow());
            var properties = run.table(confirmed, 1).column("Signal").properties();
            assertTrue(properties.get("ecgdistill.warning").contains("destroy the ECG"), properties::toString);
            assertEquals(
                    Map.of("ecgdistill.madeFrom", "Signal"),
                    run.table(fine, 1).column("Signal").properties());
        }
    }

    @Test
    void senselessSettingsAreRefused() {
        var workflow = Knime.get().workflow();
        workflow.add(OwnNode.WAVELET_DENOISER.factory())
                .from(workflow.add(signals(360, noise(4000))))
                .set("method", "OWN")
                .set("shifts", 99);
        try (var run = workflow.run()) {
            var failure = run.failure().orElseThrow();
            assertTrue(failure.contains("number of shifts to average over is 99"), failure);
        }
    }
}
