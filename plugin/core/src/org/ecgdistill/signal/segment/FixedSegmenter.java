package org.ecgdistill.signal.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.signal.SignalException;

/**
 * Cuts windows of equal length at a fixed stride. What is left at the end of the signal is dropped.
 *
 * @param stride samples from the start of a window to the start of the next
 */
public record FixedSegmenter(int length, int stride, Normalisation normalisation) {

    public FixedSegmenter {
        if (length < 1 || stride < 1) {
            throw new SignalException("Windows of " + length + " samples every " + stride
                    + " samples are not possible: both numbers must be at least 1.");
        }
    }

    /** Windows of a length and stride in seconds, in a signal of this rate in Hz. */
    public static FixedSegmenter of(double seconds, double strideSeconds, double rate, Normalisation normalisation) {
        return new FixedSegmenter(
                (int) Math.round(Math.min(Integer.MAX_VALUE, seconds * rate)),
                (int) Math.round(Math.min(Integer.MAX_VALUE, strideSeconds * rate)),
                normalisation);
    }

    public List<Segment> cut(double[] signal) {
        var segments = new ArrayList<Segment>();
        for (var first = 0L; first + length <= signal.length; first += stride) {
            var samples = Arrays.copyOfRange(signal, (int) first, (int) first + length);
            segments.add(new Segment(
                    normalisation.apply(samples),
                    first,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return List.copyOf(segments);
    }
}
