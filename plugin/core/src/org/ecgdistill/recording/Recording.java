package org.ecgdistill.recording;

import java.util.List;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Annotation;

/**
 * A recording of one subject. Opening one reads only what describes it; samples are read when they are asked for, and only
 * those asked for. Nothing stays open between two calls.
 */
public interface Recording {

    String name();

    /** The signals, in the order of the file. They may differ in sampling rate. */
    List<Channel> channels();

    /** The sampling rate to which the sample numbers of the annotations refer, in Hz. */
    double rate();

    /**
     * Samples in physical units, NaN where the recording has none.
     *
     * @param indices into {@link #channels()}, in the order wanted
     * @throws RecordingException if the file is damaged, or the range does not fit into memory
     */
    List<Signal> read(List<Integer> indices, TimeRange range, Progress progress);

    /** The marks stored with the recording, in the order of the file; empty if there are none. */
    List<Annotation> annotations();

    /** All signals from beginning to end. */
    default List<Signal> readAll() {
        return read(IntStream.range(0, channels().size()).boxed().toList(), TimeRange.ALL, Progress.NONE);
    }
}
