package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Checksum;

/** What a header says of its samples, compared with them. */
final class RecordChecks {

    static final int MISSING = Integer.MIN_VALUE;

    private RecordChecks() {}

    /** Every signal adds up to its checksum. */
    static WfdbRecord checksumsAreRight(Path headerFile) {
        var record = (WfdbRecord) Wfdb.open(headerFile);
        for (var signal : record.readAll()) {
            assertEquals(
                    Checksum.CORRECT,
                    signal.checksum(),
                    headerFile + ": "
                            + signal.checksum()
                                    .problem()
                                    .orElse(signal.channel().name()));
        }
        return record;
    }

    /** Every signal begins as its header says. */
    static void initialValuesAreRight(WfdbRecord record) {
        var signals = record.header().signals();
        for (var i = 0; i < signals.size(); i++) {
            var first = digital(record, List.of(i), 0, 1)[0][0];
            assertEquals(
                    signals.get(i).initial(),
                    OptionalInt.of(first),
                    record.name() + ": " + signals.get(i).description());
        }
    }

    /** Samples as they are stored, {@link #MISSING} where there are none; a mean is rounded towards zero as WFDB does. */
    static int[][] digital(WfdbRecord record, List<Integer> indices, long from, long to) {
        var read = record.readFrames(indices, from, to, Progress.NONE);
        var results = new int[indices.size()][];
        for (var slot = 0; slot < results.length; slot++) {
            var scale = record.header().signals().get(indices.get(slot)).scale();
            results[slot] = Arrays.stream(read.get(slot).samples())
                    .mapToInt(sample -> stored(sample * scale.gain() + scale.baseline()))
                    .toArray();
        }
        return results;
    }

    private static int stored(double steps) {
        if (Double.isNaN(steps)) {
            return MISSING;
        }
        var nearest = Math.rint(steps);
        return (int) (Math.abs(steps - nearest) < 1e-5 ? nearest : steps);
    }
}
