package org.ecgdistill.signal.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.beats.RPeakDetector;

/** Cuts all leads of a record at the same times. */
public final class RecordSegmenter {

    private RecordSegmenter() {}

    /** Windows around annotated beats, with their labels. */
    public static RecordWindows aroundMarks(List<LeadSignal> leads, List<BeatMark> marks, BeatSegmenter segmenter) {
        return each(leads, lead -> {
            var annotations = new ArrayList<Annotation>(marks.size());
            marks.forEach(mark -> annotations.add(mark.in(lead)));
            return segmenter.aroundAnnotations(lead.samples(), lead.rate(), annotations);
        });
    }

    /** Windows around the R peaks that are found in the first lead in which there are any. */
    public static RecordWindows aroundPeaks(List<LeadSignal> leads, BeatSegmenter segmenter, Progress progress) {
        for (var lead : leads) {
            var peaks = new RPeakDetector(lead.rate()).detect(lead.samples(), progress);
            if (peaks.length > 0) {
                var marks = Arrays.stream(peaks)
                        .mapToObj(peak -> new BeatMark(peak / lead.rate(), ""))
                        .toList();
                return each(
                        leads,
                        other -> segmenter.aroundPeaks(
                                other.samples(),
                                other.rate(),
                                marks.stream()
                                        .mapToLong(mark -> mark.in(other).sample())
                                        .toArray()));
            }
        }
        return new RecordWindows(List.of(), 0, 0);
    }

    /**
     * Windows of one length.
     *
     * @param length of a window in seconds
     * @param stride from the start of a window to the start of the next, in seconds
     */
    public static RecordWindows everySoOften(
            List<LeadSignal> leads, double length, double stride, Normalisation normalisation) {
        return each(
                leads,
                lead -> new Segments(
                        FixedSegmenter.of(length, stride, lead.rate(), normalisation)
                                .cut(lead.samples()),
                        0,
                        0));
    }

    /** The same windows, labelled by the beats whose R peaks they contain. */
    public static RecordWindows labelled(
            RecordWindows cut, List<LeadSignal> leads, List<BeatMark> marks, LabelPolicy policy) {
        var symbols = new TreeMap<Double, List<String>>();
        marks.forEach(mark -> symbols.computeIfAbsent(mark.seconds(), seconds -> new ArrayList<>(1))
                .add(mark.symbol()));
        var windows = cut.windows().stream()
                .map(window -> {
                    var segment = window.segment();
                    var rate = leads.get(window.lead()).rate();
                    var inside =
                            symbols.subMap(segment.first() / rate, (segment.first() + segment.samples().length) / rate);
                    var label = policy.labelOfAll(
                            inside.values().stream().flatMap(List::stream).toList());
                    return new LeadWindow(window.lead(), segment.withLabel(label));
                })
                .toList();
        return new RecordWindows(windows, cut.overEdge(), cut.withoutLabel());
    }

    private static RecordWindows each(List<LeadSignal> leads, Function<LeadSignal, Segments> cut) {
        var windows = new ArrayList<LeadWindow>();
        var overEdge = 0;
        var withoutLabel = 0;
        for (var i = 0; i < leads.size(); i++) {
            var segments = cut.apply(leads.get(i));
            for (var segment : segments.segments()) {
                windows.add(new LeadWindow(i, segment));
            }
            overEdge = Math.max(overEdge, segments.overEdge());
            withoutLabel = Math.max(withoutLabel, segments.withoutLabel());
        }
        windows.sort(Comparator.comparingDouble((LeadWindow window) ->
                        window.segment().first() / leads.get(window.lead()).rate())
                .thenComparingInt(LeadWindow::lead));
        return new RecordWindows(windows, overEdge, withoutLabel);
    }
}
