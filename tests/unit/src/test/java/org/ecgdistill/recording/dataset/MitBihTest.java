package org.ecgdistill.recording.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecgdistill.common.Progress;
import org.ecgdistill.recording.LeadChoice;
import org.ecgdistill.recording.TimeRange;
import org.ecgdistill.signal.AamiClass;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.segment.BeatSegmenter;
import org.ecgdistill.signal.segment.BeatWindow;
import org.ecgdistill.signal.segment.LabelPolicy;
import org.ecgdistill.signal.segment.Normalisation;
import org.ecgdistill.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("data")
class MitBihTest {

    /** As published: beats of the 22 records of DS1 by class. */
    private static final Map<AamiClass, Long> DS1_BEATS =
            Map.of(AamiClass.N, 45_866L, AamiClass.S, 944L, AamiClass.V, 3_788L, AamiClass.F, 415L, AamiClass.Q, 8L);

    @Test
    void beatsOfTheFirstHalf() {
        var counts = new EnumMap<AamiClass, Long>(AamiClass.class);
        for (var entry : dataSet(true).entries()) {
            if (MitBih.DS1.contains(entry.name())) {
                for (var annotation : entry.open().annotations()) {
                    AamiClass.of(annotation.symbol()).ifPresent(type -> counts.merge(type, 1L, Long::sum));
                }
            }
        }
        assertEquals(DS1_BEATS, counts);
    }

    @Test
    void subjectsAndPacedRecords() {
        assertEquals(
                SourceKind.MIT_BIH,
                Sources.open(Shared.data("mitdb"), SourceOptions.DEFAULT, Progress.NONE)
                        .kind());
        var all = dataSet(true).entries();
        var without = dataSet(false).entries().stream().map(DataSetEntry::name).collect(Collectors.toSet());
        var left = all.stream().map(DataSetEntry::name).collect(Collectors.toCollection(HashSet::new));
        left.removeAll(without);
        left.removeAll(MitBih.PACED);
        assertTrue(left.isEmpty() && without.size() < all.size(), "only paced records are left out");
        var first = all.get(0);
        assertEquals("100", first.name());
        assertEquals("100", first.subject());
        assertEquals(69, first.age().orElseThrow());
        assertEquals(Optional.of("male"), first.sex());
    }

    @Test
    void leadsByNameWithAFallback() {
        var mlii = LeadChoice.of("mlii", LeadChoice.Fallback.FIRST_OTHER);
        for (var entry : dataSet(true).entries()) {
            var recording = entry.open();
            var found = mlii.in(recording).get(0);
            var name = recording.channels().get(found.index()).name();
            assertEquals(entry.name().equals("102") ? "V5" : "MLII", name, entry.name());
            assertEquals(entry.name().equals("102"), found.asFallback());
            assertEquals(entry.name().equals("114") ? 1 : 0, found.index());
        }
    }

    /** The window of 256 samples leaves the record in at most a beat at each end. */
    @Test
    void windowsAroundBeats() {
        var segmenter = new BeatSegmenter(BeatWindow.DEFAULT, LabelPolicy.DEFAULT, Normalisation.Z_SCORE);
        var windows = 0;
        var overEdge = 0;
        var unclassified = 0;
        for (var entry : dataSet(true).entries()) {
            if (MitBih.DS1.contains(entry.name())) {
                var recording = entry.open();
                var signal =
                        recording.read(List.of(0), TimeRange.ALL, Progress.NONE).get(0);
                var segments = segmenter.aroundAnnotations(signal.samples(), recording.rate(), recording.annotations());
                windows += segments.segments().size();
                overEdge += segments.overEdge();
                unclassified += segments.withoutLabel();
            }
        }
        assertEquals(8, unclassified);
        assertEquals(45_866 + 944 + 3_788 + 415, windows + overEdge);
        assertTrue(overEdge > 0 && overEdge <= 40, "DS1 and DS2 together leave 40 out, DS1 " + overEdge);
    }

    @Test
    void rangeKeepsAnnotationsAndSamplesTogether() {
        var recording = dataSet(true).entries().get(0).open();
        var range = new TimeRange(60, 70);
        var whole =
                recording.read(List.of(0), TimeRange.ALL, Progress.NONE).get(0).samples();
        var part = recording.read(List.of(0), range, Progress.NONE).get(0).samples();
        assertEquals(3600, part.length);
        var beats = range.cut(recording.annotations(), 360, 360).stream()
                .filter(Annotation::isBeat)
                .toList();
        assertTrue(beats.size() > 9, "beats in ten seconds: " + beats.size());
        for (var beat : beats) {
            assertEquals(whole[(int) beat.sample() + 21_600], part[(int) beat.sample()]);
            assertTrue(part[(int) beat.sample()] > 0.5, "an R peak of record 100 is high");
        }
    }

    private static DataSet dataSet(boolean withPaced) {
        var defaults = SourceOptions.DEFAULT;
        return Sources.open(
                Shared.data("mitdb"),
                SourceKind.MIT_BIH,
                new SourceOptions(defaults.wfdb(), withPaced, defaults.ptbXl(), defaults.csv(), defaults.subjects()),
                Progress.NONE);
    }
}
