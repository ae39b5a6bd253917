package org.ecgdistill.wavelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.signal.Denoiser;
import org.ecgdistill.signal.filter.BandPassFilter;
import org.ecgdistill.signal.filter.HighPassFilter;
import org.ecgdistill.testing.Shared;
import org.ecgdistill.testing.Sources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Computes the table of docs/measured/denoising.md and prints it. Most rows have also been computed with PyWavelets,
 * independently of this project; their figures are noted here.
 */
@Tag("data")
final class DenoisingTableTest {

    private static final double TOLERANCE = 0.3;

    /** Normal noise depends on the random numbers. */
    private static final double WHITE_TOLERANCE = 0.5;

    private static final int ALL = Thresholding.ALL;
    private static final NoiseEstimate FINEST = NoiseEstimate.FINEST_LEVEL;
    private static final NoiseEstimate LEVEL = NoiseEstimate.PER_LEVEL;

    /** A row, and what PyWavelets gave for it (may be empty). */
    private record Row(String name, Denoiser denoiser, double... expected) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "sym8, wander removed, no thresholds",
                    sym8(ThresholdRule.NONE, FINEST, ALL),
                    0.0,
                    -0.2,
                    -0.5,
                    7.3,
                    6.8,
                    5.7,
                    4.5,
                    4.2,
                    3.5,
                    18.8,
                    16.2,
                    12.6,
                    23.6),
            new Row(
                    "sym8, SURE, noise from level 1, all levels",
                    sym8(ThresholdRule.SURE, FINEST, ALL),
                    9.4,
                    7.6,
                    5.6,
                    7.3,
                    6.8,
                    5.7,
                    4.5,
                    4.2,
                    3.4,
                    18.7,
                    16.0,
                    12.3,
                    23.1),
            new Row(
                    "sym8, SURE, noise per level, levels 1–4",
                    sym8(ThresholdRule.SURE, LEVEL, 4),
                    8.8,
                    7.2,
                    5.1,
                    8.3,
                    7.6,
                    6.2,
                    4.5,
                    4.1,
                    3.2,
                    18.0,
                    14.4,
                    10.0,
                    20.4),
            new Row(
                    "sym8, universal, noise from level 1, all levels",
                    sym8(ThresholdRule.UNIVERSAL, FINEST, ALL),
                    2.7,
                    0.5,
                    -1.4,
                    8.0,
                    7.4,
                    6.1,
                    4.7,
                    4.3,
                    3.4,
                    18.0,
                    14.4,
                    10.0,
                    20.3),
            new Row(
                    "sym8, universal, noise from level 1, levels 1–4",
                    sym8(ThresholdRule.UNIVERSAL, FINEST, 4),
                    6.0,
                    3.9,
                    1.6,
                    7.9,
                    7.4,
                    6.1,
                    4.5,
                    4.2,
                    3.3,
                    18.2,
                    14.7,
                    10.4,
                    20.8),
            new Row(
                    "sym8, universal of the level, noise per level, levels 1–3",
                    sym8(ThresholdRule.UNIVERSAL_OF_LEVEL, LEVEL, 3),
                    7.0,
                    5.2,
                    2.9,
                    8.5,
                    7.2,
                    4.8,
                    4.4,
                    3.9,
                    2.7,
                    16.4,
                    12.3,
                    7.7,
                    17.9),
            new Row(
                    "sym8, universal of the level, noise per level, all levels: **destroys the ECG**",
                    sym8(ThresholdRule.UNIVERSAL_OF_LEVEL, LEVEL, ALL),
                    1.5,
                    -2.6,
                    -6.9,
                    2.8,
                    -1.7,
                    -6.5,
                    2.5,
                    -1.9,
                    -6.6,
                    3.6,
                    -1.3,
                    -6.3,
                    3.7),
            new Row("preset “Paper (universal soft)”", DenoisingPreset.PAPER.denoiser()),
            new Row("preset “ECGFounder upstream”", DenoisingPreset.FOUNDER.denoiser()),
            new Row("band-pass 0.5–40 Hz, order 4", new BandPassFilter(4, 0.5, 40)),
            new Row("**preset “Clinical default (SURE)”**", DenoisingPreset.CLINICAL.denoiser()));
    private static final int PLAIN_SURE = 1;

    private static Denoiser sym8(ThresholdRule rule, NoiseEstimate estimate, int coarsest) {
        return new WaveletDenoiser(new WaveletSettings(
                Wavelet.of("sym8"),
                BoundaryMode.SYMMETRIC,
                WaveletSettings.AUTOMATIC,
                new Thresholding(rule, Shrinkage.SOFT, estimate, 0, 1, coarsest),
                WaveletSettings.USUAL_CUT_OFF,
                1));
    }

    @Test
    void gainsAreThoseOfPyWaveletsAndTheDefaultIsBest() throws IOException {
        var reference = new HighPassFilter(2, 0.5);
        var table = new DenoisingTable(Shared.data("mitdb"), Shared.data("nstdb"), record -> reference
                .denoise(record, 360)
                .signal());
        var lines = new ArrayList<String>();
        var rows = new ArrayList<double[]>();
        for (var row : ROWS) {
            rows.add(table.row(row.denoiser()));
            lines.add(DenoisingTable.line(row.name(), rows.get(rows.size() - 1)));
        }
        System.out.println(String.join("\n", lines));
        for (var i = 0; i < rows.size(); i++) {
            check(ROWS.get(i), rows.get(i));
        }
        var standard = rows.get(rows.size() - 1);
        for (var column = 0; column < standard.length; column++) {
            var place = column;
            assertTrue(
                    standard[column] > rows.get(PLAIN_SURE)[column],
                    () -> "the default is not better in column " + place);
        }
        assertTrue(standard[standard.length - 1] >= 23, "a clean signal must stay clean");
        checkDocumentation(lines);
    }

    private static void check(Row row, double[] actual) {
        for (var column = 0; column < row.expected().length; column++) {
            var tolerance = column < 3 ? WHITE_TOLERANCE : TOLERANCE;
            // What PyWavelets gave is noted to a tenth.
            assertEquals(row.expected()[column], actual[column], tolerance + 0.05, row.name() + ", column " + column);
        }
    }

    private static void checkDocumentation(List<String> lines) throws IOException {
        var page = Sources.ROOT.resolve("docs/measured/denoising.md");
        var written = Files.readAllLines(page);
        for (var line : lines) {
            assertTrue(written.contains(line), () -> page + " does not hold this line of the table:\n" + line);
        }
    }
}
