package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Recording;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against what the WFDB C library's rdsamp and rdann print for the same files. */
@Tag("data")
class WfdbConformanceTest {

    private static final int[] RANGE_STARTS = {0, 1, 2};

    @Test
    void binaryFormats() throws IOException {
        everyRange("binformats", "record-1f.gz");
    }

    @Test
    void compressedFormats() throws IOException {
        everyRange("flacformats", "record-flac.gz");
    }

    @Test
    void oddNumberOfSamplesInFormat212() throws IOException {
        var record = record("100_3chan");
        assertEquals(expected("record-2c"), physical(record, 0, record.frames()));
    }

    @Test
    void format310FromTheSecondSample() throws IOException {
        var record = record("310derive");
        assertEquals(expected("record-2d"), digital(record, 2, record.frames()));
    }

    @Test
    void format311Range() throws IOException {
        var record = record("311derive");
        assertEquals(expected("record-2e"), physical(record, 1, 978));
    }

    @Test
    void skewAndFrameAverages() throws IOException {
        var record = (WfdbRecord)
                Wfdb.open(folder().resolve("test01_00s_skewframe"), new WfdbOptions(SamplesPerFrame.AVERAGED, "atr"));
        assertEquals(expected("record-4a"), digital(record, 0, record.frames() - 3));
        var end = RecordChecks.digital(record, List.of(0, 1, 2), record.frames() - 3, record.frames());
        assertEquals(
                List.of(RecordChecks.MISSING, RecordChecks.MISSING, RecordChecks.MISSING),
                IntStream.of(end[0]).boxed().toList());
    }

    @Test
    void annotationsOfRecord100() throws IOException {
        var lines = new ArrayList<String>();
        for (var annotation : Annotations.read(Shared.data("mitdb").resolve("100.atr"))) {
            var milliseconds = Math.round(annotation.sample() * 1000 / 360.0);
            lines.add(String.format(
                    Locale.ROOT,
                    "%5d:%02d.%03d %8d     %s %4d %4d %4d%s",
                    milliseconds / 60_000,
                    milliseconds / 1000 % 60,
                    milliseconds % 1000,
                    annotation.sample(),
                    annotation.symbol(),
                    annotation.subtype(),
                    annotation.channel(),
                    annotation.number(),
                    annotation.aux().isEmpty() ? "" : "\t" + annotation.aux()));
        }
        assertEquals(expected("ann-1"), lines);
    }

    /** Those with several samples per frame and with a skew too. Some initial values were left behind by editing. */
    @Test
    void checksums() throws IOException {
        try (var files = Files.list(folder())) {
            for (var header :
                    files.filter(file -> file.toString().endsWith(".hea")).toList()) {
                RecordChecks.checksumsAreRight(header);
            }
        }
    }

    private void everyRange(String name, String expectedName) throws IOException {
        var record = record(name);
        var lines = expected(expectedName);
        assertEquals(lines, digital(record, 0, record.frames()));
        for (var from : RANGE_STARTS) {
            for (var to = record.frames() - 3; to <= record.frames() - 1; to++) {
                assertEquals(lines.subList(from, (int) to), digital(record, from, to), name + " " + from + "–" + to);
            }
        }
    }

    private static List<String> digital(WfdbRecord record, long from, long to) {
        var samples = RecordChecks.digital(record, all(record), from, to);
        var lines = new ArrayList<String>();
        for (var i = 0; i < samples[0].length; i++) {
            var line = new StringBuilder();
            for (var signal : samples) {
                line.append(line.isEmpty() ? "" : "\t").append(String.format(Locale.ROOT, "%7d", signal[i]));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> physical(WfdbRecord record, long from, long to) {
        var signals = record.readFrames(all(record), from, to, Progress.NONE);
        var lines = new ArrayList<String>();
        for (var i = 0; i < signals.get(0).samples().length; i++) {
            var line = new StringBuilder();
            for (var signal : signals) {
                line.append(line.isEmpty() ? "" : "\t")
                        .append(String.format(Locale.ROOT, "%15.8f", signal.samples()[i]));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<Integer> all(Recording record) {
        return IntStream.range(0, record.channels().size()).boxed().toList();
    }

    private static WfdbRecord record(String name) {
        return (WfdbRecord) Wfdb.open(folder().resolve(name));
    }

    private static Path folder() {
        return Shared.data("wfdb-conformance");
    }

    private static List<String> expected(String name) throws IOException {
        var file = folder().resolve("expected").resolve(name);
        try (InputStream stored = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
                var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            var list = lines.lines().toList();
            assertFalse(list.isEmpty());
            return list;
        }
    }
}
