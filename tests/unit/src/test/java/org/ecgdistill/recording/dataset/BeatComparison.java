package org.ecgdistill.recording.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecgdistill.signal.Annotation;

/**
 * Beats found, against beats annotated, after ANSI/AAMI EC57: each annotated beat matches at most one found beat within 75
 * ms. The first and the last half second are left out, and so are episodes of ventricular flutter and fibrillation, in
 * which single waves are not beats.
 */
record BeatComparison(int matched, int extra, int missed) {

    private static final double TOLERANCE_SECONDS = 0.075;
    private static final double MARGIN_SECONDS = 0.5;

    static BeatComparison of(long[] found, List<Annotation> annotations, double rate, long length) {
        var flutter = flutter(annotations, length);
        var reference = annotations.stream()
                .filter(Annotation::isBeat)
                .mapToLong(Annotation::sample)
                .filter(sample -> counts(sample, rate, length, flutter))
                .toArray();
        var counted = Arrays.stream(found)
                .filter(sample -> counts(sample, rate, length, flutter))
                .toArray();
        var matched = 0;
        var i = 0;
        var j = 0;
        while (i < reference.length && j < counted.length) {
            if (Math.abs(reference[i] - counted[j]) <= TOLERANCE_SECONDS * rate) {
                matched++;
                i++;
                j++;
            } else if (counted[j] < reference[i]) {
                j++;
            } else {
                i++;
            }
        }
        return new BeatComparison(matched, counted.length - matched, reference.length - matched);
    }

    private static boolean counts(long sample, double rate, long length, List<long[]> flutter) {
        return sample >= MARGIN_SECONDS * rate
                && sample < length - MARGIN_SECONDS * rate
                && flutter.stream().noneMatch(episode -> sample >= episode[0] && sample <= episode[1]);
    }

    /** From each [ to the next ]. */
    private static List<long[]> flutter(List<Annotation> annotations, long length) {
        var episodes = new ArrayList<long[]>();
        var start = -1L;
        for (var annotation : annotations) {
            if (annotation.symbol().equals("[")) {
                start = annotation.sample();
            } else if (annotation.symbol().equals("]") && start >= 0) {
                episodes.add(new long[] {start, annotation.sample()});
                start = -1;
            }
        }
        if (start >= 0) {
            episodes.add(new long[] {start, length});
        }
        return episodes;
    }

    BeatComparison plus(BeatComparison other) {
        return new BeatComparison(matched + other.matched, extra + other.extra, missed + other.missed);
    }

    /** Percent of the annotated beats that were found. */
    double sensitivity() {
        return 100.0 * matched / (matched + missed);
    }

    /** Percent of the found beats that are annotated. */
    double positivePredictivity() {
        return 100.0 * matched / (matched + extra);
    }
}
