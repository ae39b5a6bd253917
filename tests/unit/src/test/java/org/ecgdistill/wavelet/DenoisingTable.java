package org.ecgdistill.wavelet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.signal.Denoiser;

/**
 * What a denoiser gains on real ECGs with noise of known strength: minutes 1 to 6 of six records of the MIT-BIH
 * Arrhythmia Database, plus the same minutes of the MIT-BIH Noise Stress Test Database (Moody, Muldrow and Mark 1984) or
 * normal noise. Ratios are those of power, gains their means over the records.
 */
final class DenoisingTable {

    private static final double[] RATIOS = {0, 5, 10};
    private static final String[] RECORDS = {"100", "101", "115", "118", "119", "122"};
    private static final double RATE = 360;
    private static final TimeRange MINUTES = new TimeRange(60, 360);
    private static final int SAMPLES = 300 * 360;

    private final List<double[]> references = new ArrayList<>();
    private final List<double[]> noises = new ArrayList<>();

    /** @param reference what makes the clean reference of a record */
    DenoisingTable(Path records, Path noiseRecords, UnaryOperator<double[]> reference) {
        for (var record : RECORDS) {
            references.add(reference.apply(firstSignal(records.resolve(record))));
        }
        noises.add(normal());
        for (var record : new String[] {"ma", "em", "bw"}) {
            noises.add(centred(firstSignal(noiseRecords.resolve(record))));
        }
    }

    private static double[] firstSignal(Path record) {
        return Wfdb.open(record).read(List.of(0), MINUTES, Progress.NONE).get(0).samples();
    }

    private static double[] normal() {
        var random = new Random(1);
        var noise = new double[SAMPLES];
        Arrays.setAll(noise, i -> random.nextGaussian());
        return noise;
    }

    private static double[] centred(double[] signal) {
        var mean = Arrays.stream(signal).average().orElseThrow();
        return Arrays.stream(signal).map(value -> value - mean).toArray();
    }

    /**
     * Twelve gains in dB, for white, muscle, electrode and wander noise at 0, 5 and 10 dB each, and the ratio after
     * denoising a clean record.
     */
    double[] row(Denoiser denoiser) {
        var row = new double[noises.size() * RATIOS.length + 1];
        var column = 0;
        for (var noise : noises) {
            for (var ratio : RATIOS) {
                for (var reference : references) {
                    var noisy = sum(reference, noise, ratio);
                    var gain = ratio(reference, denoiser.denoise(noisy, RATE).signal()) - ratio;
                    row[column] += gain / references.size();
                }
                column++;
            }
        }
        for (var reference : references) {
            row[column] += ratio(reference, denoiser.denoise(reference, RATE).signal()) / references.size();
        }
        return row;
    }

    /** A line of a Markdown table. */
    static String line(String name, double... row) {
        var line = new StringBuilder("| ").append(name).append(" |");
        for (var i = 0; i < row.length - 1; i += RATIOS.length) {
            line.append(' ').append(number(row[i]));
            line.append(" / ").append(number(row[i + 1]));
            line.append(" / ").append(number(row[i + 2])).append(" |");
        }
        return line.append(' ').append(number(row[row.length - 1])).append(" |").toString();
    }

    private static String number(double value) {
        // A gain of −0.04 dB is none.
        return String.format(Locale.ROOT, "%.1f", value).replace("-0.0", "0.0").replace('-', '−');
    }

    private static double[] sum(double[] reference, double[] noise, double ratio) {
        var factor = Math.sqrt(energy(reference) / energy(noise) / Math.pow(10, ratio / 10));
        var result = new double[reference.length];
        Arrays.setAll(result, i -> reference[i] + factor * noise[i]);
        return result;
    }

    private static double ratio(double[] reference, double[] signal) {
        var error = new double[reference.length];
        Arrays.setAll(error, i -> signal[i] - reference[i]);
        return 10 * Math.log10(energy(reference) / energy(error));
    }

    private static double energy(double[] signal) {
        return Arrays.stream(signal).map(value -> value * value).sum();
    }
}
