package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.signal.quality.SignalQuality;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The quality index tells clean records from pure noise, and both from an ECG buried in it. */
@Tag("data")
class QualityOfRecordsTest {

    @Test
    void cleanRecordsAndNoise() {
        var clean = median(Shared.data("mitdb").resolve("100"));
        var alsoClean = median(Shared.data("mitdb").resolve("115"));
        assertTrue(Math.min(clean, alsoClean) > 0.7, "clean records: " + clean + ", " + alsoClean);
        for (var noise : new String[] {"bw", "em", "ma"}) {
            var index = median(Shared.data("nstdb").resolve(noise));
            assertTrue(index < 0.5, noise + ": " + index);
        }
        var buried = median(Shared.data("nstdb").resolve("118e_6"));
        var before = median(Shared.data("mitdb").resolve("118"));
        assertTrue(buried < before, "118 with noise " + buried + ", without " + before);
    }

    /** Of all ten-second windows of the first signal. */
    private static double median(Path record) {
        var recording = Wfdb.open(record);
        var samples = recording.readAll().get(0).samples();
        var quality = new SignalQuality(recording.rate());
        var window = (int) (10 * recording.rate());
        var indices = DoubleStream.iterate(0, start -> start + window <= samples.length, start -> start + window)
                .map(start -> quality.of(Arrays.copyOfRange(samples, (int) start, (int) start + window))
                        .index())
                .sorted()
                .toArray();
        return indices[indices.length / 2];
    }
}
