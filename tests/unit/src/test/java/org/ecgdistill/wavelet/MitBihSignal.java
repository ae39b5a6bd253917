package org.ecgdistill.wavelet;

import java.nio.file.Path;
import java.util.List;
import org.ecgdistill.recording.wfdb.Wfdb;
import org.ecgdistill.recording.wfdb.WfdbRecord;
import org.ecgdistill.signal.Progress;

/** The first signal of a record, in mV. */
final class MitBihSignal {

    private MitBihSignal() {}

    static double[] read(final Path folder, final String record, final int from, final int to) {
        var opened = (WfdbRecord) Wfdb.open(folder.resolve(record));
        return opened.readFrames(List.of(0), from, to, Progress.NONE).get(0).samples();
    }
}
