package org.ecgdistill.recording.wfdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.Checksum;

/** What a header says of its samples, compared with them. */
final class RecordChecks {

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
            var first = record.readDigital(List.of(i), 0, 1, Progress.NONE)[0][0];
            assertEquals(
                    signals.get(i).initial(),
                    OptionalInt.of(first),
                    record.name() + ": " + signals.get(i).description());
        }
    }
}
