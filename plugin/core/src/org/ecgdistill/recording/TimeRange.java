package org.ecgdistill.recording;

import java.util.ArrayList;
import java.util.List;
import org.ecgdistill.common.Words;
import org.ecgdistill.signal.Annotation;

/**
 * A part of a recording.
 *
 * @param from seconds from its start
 * @param to seconds from its start, not included; what lies after the end of the recording is left out
 */
public record TimeRange(double from, double to) {

    public static final TimeRange ALL = new TimeRange(0, Double.POSITIVE_INFINITY);

    public TimeRange {
        if (!(from >= 0) || !(to > from)) {
            throw new RecordingException("The range from " + Words.number(from) + " s to " + Words.number(to)
                    + " s is not valid: it must start at 0 s or later and end after its start. Change its"
                    + " start or its end.");
        }
    }

    /** The first sample of this range in a signal of this rate and length. */
    public long firstSample(double rate, long samples) {
        return sample(from, rate, samples);
    }

    /** The first sample after this range. */
    public long endSample(double rate, long samples) {
        return sample(to, rate, samples);
    }

    private static long sample(double seconds, double rate, long samples) {
        // Saturates at the greatest long for an endless range.
        return Math.min(Math.round(seconds * rate), samples);
    }

    /**
     * The annotations inside this range, counted from its start.
     *
     * @param rate to which their sample numbers refer
     * @param newRate to which those of the result refer
     * @throws RecordingException if there are more than fit into memory
     */
    public List<Annotation> cut(List<Annotation> annotations, double rate, double newRate) {
        var first = firstSample(rate, Long.MAX_VALUE);
        var end = endSample(rate, Long.MAX_VALUE);
        var inside = new ArrayList<Annotation>();
        var budget = new Budget("The annotations of a recording");
        for (var annotation : annotations) {
            if (annotation.sample() >= first && annotation.sample() < end) {
                budget.take(Memory.ANNOTATION_BYTES);
                inside.add(annotation.at(Math.round((annotation.sample() - first) * newRate / rate)));
            }
        }
        return inside;
    }
}
