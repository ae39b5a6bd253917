package org.ecgdistill.osgi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes recordings in the formats that the reader reads. */
final class RecordingFiles {

    private static final double GAIN = 200;

    /** Codes of annotation files: 1 is N, 5 is V. */
    static final int NORMAL = 1;

    static final int VENTRICULAR = 5;

    private RecordingFiles() {}

    /** A folder with two short records, one of them annotated. */
    static Path small() {
        var folder = Path.of("target", "recordings").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            var wave = new double[500];
            Arrays.setAll(wave, i -> Math.sin(0.05 * i));
            wfdb(folder, "one", 250, new String[] {"MLII"}, wave);
            wfdb(folder, "two", 250, new String[] {"MLII"}, wave);
            annotations(folder, "two", new int[] {200, 450}, new int[] {NORMAL, VENTRICULAR});
            return folder;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** A folder with records of six persons, every beat of them annotated as N or V. */
    static Path beats() {
        var folder = Path.of("target", "beats").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            var peaks = new int[13];
            Arrays.setAll(peaks, beat -> 200 + 280 * beat);
            for (var person = 0; person < 6; person++) {
                var codes = new int[peaks.length];
                Arrays.setAll(codes, beat -> beat % 3 == 0 ? VENTRICULAR : NORMAL);
                wfdb(folder, "p" + person, 360, new String[] {"MLII"}, beats(peaks, codes));
                annotations(folder, "p" + person, peaks, codes);
            }
            return folder;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static double[] beats(int[] peaks, int[] codes) {
        var signal = new double[4_000];
        for (var beat = 0; beat < peaks.length; beat++) {
            var width = codes[beat] == VENTRICULAR ? 18 : 6;
            for (var i = peaks[beat] - 60; i < peaks[beat] + 60; i++) {
                signal[i] += Math.exp(-Math.pow((double) (i - peaks[beat]) / width, 2));
            }
        }
        return signal;
    }

    /** A WFDB record in format 16 with its checksums. */
    static void wfdb(Path folder, String name, int rate, String[] leads, double[]... signals) throws IOException {
        var length = signals[0].length;
        var bytes = ByteBuffer.allocate(2 * length * leads.length).order(ByteOrder.LITTLE_ENDIAN);
        var sums = new int[leads.length];
        for (var i = 0; i < length; i++) {
            for (var lead = 0; lead < leads.length; lead++) {
                var sample = (short) Math.round(GAIN * signals[lead][i]);
                sums[lead] += sample;
                bytes.putShort(sample);
            }
        }
        Files.write(folder.resolve(name + ".dat"), bytes.array());
        var lines = new ArrayList<String>();
        lines.add(name + " " + leads.length + " " + rate + " " + length);
        for (var lead = 0; lead < leads.length; lead++) {
            lines.add(name + ".dat 16 200(0)/mV 16 0 " + Math.round(GAIN * signals[lead][0]) + " " + (short) sums[lead]
                    + " 0 " + leads[lead]);
        }
        Files.write(folder.resolve(name + ".hea"), lines);
    }

    /** An annotation file: one mark of a code at each sample; no two of them are further apart than 1023 samples. */
    static void annotations(Path folder, String name, int[] samples, int[] codes) throws IOException {
        var bytes = ByteBuffer.allocate(2 * samples.length + 2).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < samples.length; i++) {
            bytes.putShort((short) (codes[i] << 10 | samples[i] - (i == 0 ? 0 : samples[i - 1])));
        }
        Files.write(folder.resolve(name + ".atr"), bytes.array());
    }

    /** An EDF file of one signal in microvolts, one second in each data record. */
    static void edf(Path file, String lead, int rate, int... microvolts) throws IOException {
        var records = microvolts.length / rate;
        var out = new ByteArrayOutputStream();
        field(out, "0", 8);
        field(out, "X F 01-JAN-1950 X", 80);
        field(out, "Startdate 01-JAN-2020 X X X", 80);
        field(out, "01.01.20", 8);
        field(out, "00.00.00", 8);
        field(out, "512", 8);
        field(out, "", 44);
        field(out, Integer.toString(records), 8);
        field(out, "1", 8);
        field(out, "1", 4);
        field(out, lead, 16);
        field(out, "", 80);
        field(out, "uV", 8);
        for (var limit : List.of("-32768", "32767", "-32768", "32767")) {
            field(out, limit, 8);
        }
        field(out, "", 80);
        field(out, Integer.toString(rate), 8);
        field(out, "", 32);
        for (var sample : microvolts) {
            out.write(sample & 0xFF);
            out.write(sample >> 8 & 0xFF);
        }
        Files.write(file, out.toByteArray());
    }

    private static void field(ByteArrayOutputStream out, String text, int width) {
        var bytes = String.format(Locale.ROOT, "%-" + width + "s", text).getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, width);
    }
}
