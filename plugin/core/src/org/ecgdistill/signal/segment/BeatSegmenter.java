package org.ecgdistill.signal.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.SignalException;

/** Cuts a window around each beat. */
public final class BeatSegmenter {

    private final BeatWindow window;
    private final LabelPolicy policy;
    private final Normalisation normalisation;

    public BeatSegmenter(BeatWindow window, LabelPolicy policy, Normalisation normalisation) {
        this.window = window;
        this.policy = policy;
        this.normalisation = normalisation;
    }

    /**
     * Windows around annotated beats, with their labels. Marks that are not beats are skipped.
     *
     * @throws SignalException if a beat lies outside the signal
     */
    public Segments aroundAnnotations(double[] signal, double rate, List<Annotation> annotations) {
        var beats = annotations.stream()
                .filter(Annotation::isBeat)
                .sorted(Comparator.comparingLong(Annotation::sample))
                .toList();
        var peaks = beats.stream().mapToLong(Annotation::sample).toArray();
        checkInside(signal, peaks);
        var rr = RrFeatures.of(peaks, rate);
        var segments = new ArrayList<Segment>();
        var overEdge = 0;
        var withoutLabel = 0;
        for (var i = 0; i < peaks.length; i++) {
            var symbol = beats.get(i).symbol();
            var label = policy.label(symbol);
            if (label.isEmpty()) {
                withoutLabel++;
            } else if (!window.fits(peaks[i], signal.length)) {
                overEdge++;
            } else {
                segments.add(segment(signal, peaks[i], Optional.of(symbol), label, rr[i]));
            }
        }
        return new Segments(segments, overEdge, withoutLabel);
    }

    /** Windows around R peaks without annotations. */
    public Segments aroundPeaks(double[] signal, double rate, long[] peaks) {
        var sorted = peaks.clone();
        Arrays.sort(sorted);
        checkInside(signal, sorted);
        var rr = RrFeatures.of(sorted, rate);
        var segments = new ArrayList<Segment>();
        for (var i = 0; i < sorted.length; i++) {
            if (window.fits(sorted[i], signal.length)) {
                segments.add(segment(signal, sorted[i], Optional.empty(), Optional.empty(), rr[i]));
            }
        }
        return new Segments(segments, sorted.length - segments.size(), 0);
    }

    private static void checkInside(double[] signal, long[] peaks) {
        for (var peak : peaks) {
            if (peak < 0 || peak >= signal.length) {
                throw new SignalException("A beat is annotated at sample " + peak + ", but the signal has "
                        + signal.length
                        + " samples. The annotations belong to another recording, another range of it or another"
                        + " sampling rate: read both together.");
            }
        }
    }

    private Segment segment(
            double[] signal, long peak, Optional<String> symbol, Optional<String> label, RrFeatures rr) {
        var first = (int) peak - window.before();
        var samples = Arrays.copyOfRange(signal, first, first + window.length());
        return new Segment(normalisation.apply(samples), first, Optional.of(peak), symbol, label, Optional.of(rr));
    }
}
