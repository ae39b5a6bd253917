package org.ecgdistill.signal.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.signal.AamiClass;
import org.ecgdistill.signal.Annotation;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.segment.LabelPolicy.Scheme;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final double[] RAMP =
            IntStream.range(0, 100).asDoubleStream().toArray();

    @Test
    void windowsAroundBeatsWithLabels() {
        var annotations = List.of(
                new Annotation(0, "+", 0, 0, 0, "(N"),
                Annotation.beat(3, "N"),
                Annotation.beat(20, "V"),
                Annotation.beat(40, "L"),
                Annotation.beat(60, "Q"),
                Annotation.beat(96, "A"),
                Annotation.beat(97, "N"));
        var segments = segmenter(Normalisation.NONE).aroundAnnotations(RAMP, 10, annotations);
        assertEquals(2, segments.overEdge(), "the first and the last beat");
        assertEquals(1, segments.withoutLabel());
        assertEquals(
                List.of("abnormal", "normal", "abnormal"),
                segments.segments().stream()
                        .map(segment -> segment.label().orElseThrow())
                        .toList());
        var first = segments.segments().get(0);
        assertArrayEquals(new double[] {16, 17, 18, 19, 20, 21, 22, 23}, first.samples());
        assertEquals(16, first.first());
        assertEquals(Optional.of(20L), first.beat());
        assertEquals(Optional.of("V"), first.symbol());
        assertEquals(new RrFeatures(1.7, 2, 0.85, 9.4 / 5), first.rr().orElseThrow());
    }

    @Test
    void windowsThatJustFit() {
        var segments = segmenter(Normalisation.NONE).aroundPeaks(RAMP, 10, new long[] {96, 4, 3, 97});
        assertEquals(2, segments.segments().size());
        assertEquals(2, segments.overEdge());
        assertEquals(0, segments.segments().get(0).first());
        assertEquals(99, segments.segments().get(1).samples()[7]);
        assertEquals(Optional.empty(), segments.segments().get(0).label());
    }

    @Test
    void usualWindow() {
        assertEquals(256, BeatWindow.DEFAULT.length());
        assertTrue(BeatWindow.DEFAULT.fits(128, 256) && !BeatWindow.DEFAULT.fits(129, 256));
        assertTrue(!BeatWindow.DEFAULT.fits(127, 1000));
    }

    @Test
    void annotationsOfAnotherRecording() {
        var message = assertThrows(SignalException.class, () -> segmenter(Normalisation.NONE)
                        .aroundAnnotations(RAMP, 10, List.of(Annotation.beat(100, "N"))))
                .getMessage();
        assertTrue(message.contains("sample 100") && message.contains("100 samples"), message);
    }

    @Test
    void labelPolicies() {
        var aami = LabelPolicy.DEFAULT;
        var symbol = new LabelPolicy(Scheme.SYMBOL_N_OR_ABNORMAL, false, true);
        var classes = new LabelPolicy(Scheme.AAMI_CLASSES, true, false);
        // Symbol; normal or abnormal after AAMI; by symbol with paced beats; five classes with unclassifiable beats.
        var expected = """
                N normal normal N
                L normal abnormal N
                R normal abnormal N
                e normal abnormal N
                j normal abnormal N
                A abnormal abnormal S
                a abnormal abnormal S
                J abnormal abnormal S
                S abnormal abnormal S
                V abnormal abnormal V
                E abnormal abnormal V
                F abnormal abnormal F
                / - abnormal -
                f - abnormal -
                Q - - Q
                + - - -
                ~ - - -
                """;
        for (var line : expected.lines().toList()) {
            var words = line.split(" ");
            assertEquals(words[1], aami.label(words[0]).orElse("-"), line);
            assertEquals(words[2], symbol.label(words[0]).orElse("-"), line);
            assertEquals(words[3], classes.label(words[0]).orElse("-"), line);
        }
        assertEquals(Optional.empty(), AamiClass.of("(N"));
        assertEquals(Optional.empty(), AamiClass.of("ä"));
        assertEquals(Optional.empty(), AamiClass.of(""));
    }

    @Test
    void normalisation() {
        var window = new double[] {1, 3, 5, Double.NaN};
        var deviation = Math.sqrt(8 / 3.0);
        assertArrayEquals(
                new double[] {-2 / deviation, 0, 2 / deviation, Double.NaN},
                Normalisation.Z_SCORE.apply(window),
                1e-12);
        assertArrayEquals(new double[] {0, 0.5, 1, Double.NaN}, Normalisation.MIN_MAX.apply(window), 1e-12);
        assertArrayEquals(window, Normalisation.NONE.apply(window));
        assertArrayEquals(new double[] {1, 3, 5, Double.NaN}, window, "the window itself stays as it is");
        var constant = new double[] {0.1, 0.1, 0.1};
        assertArrayEquals(new double[3], Normalisation.Z_SCORE.apply(constant));
        assertArrayEquals(new double[3], Normalisation.MIN_MAX.apply(constant));
        var missing = new double[] {Double.NaN};
        assertTrue(Double.isNaN(Normalisation.Z_SCORE.apply(missing)[0]));
        assertEquals(0, Normalisation.MIN_MAX.apply(new double[0]).length);
    }

    @Test
    void intervalsAroundBeats() {
        var rr = RrFeatures.of(new long[] {0, 100, 180, 300}, 100);
        assertTrue(Double.isNaN(rr[0].previous()) && Double.isNaN(rr[0].ratio()));
        assertEquals(1, rr[0].next());
        assertEquals(new RrFeatures(1, 0.8, 1.25, 1), rr[1]);
        assertTrue(Double.isNaN(rr[3].next()));
        var regular = RrFeatures.of(IntStream.range(0, 20).mapToLong(i -> i * i).toArray(), 1);
        // Ten intervals from beat 5 to beat 15.
        assertEquals((225 - 25) / 10.0, regular[10].localMean());
        assertTrue(Double.isNaN(RrFeatures.of(new long[] {5}, 1)[0].localMean()));
        assertEquals(0, RrFeatures.of(new long[0], 1).length);
    }

    @Test
    void windowsOfFixedLength() {
        var starts = new FixedSegmenter(30, 20, Normalisation.NONE)
                .cut(RAMP).stream().map(Segment::first).toList();
        assertEquals(List.of(0L, 20L, 40L, 60L), starts);
        assertEquals(1, new FixedSegmenter(100, 1, Normalisation.NONE).cut(RAMP).size());
        assertEquals(0, new FixedSegmenter(101, 1, Normalisation.NONE).cut(RAMP).size());
        var last = new FixedSegmenter(50, 50, Normalisation.MIN_MAX).cut(RAMP).get(1);
        assertEquals(1, Arrays.stream(last.samples()).max().orElseThrow());
    }

    @Test
    void impossibleWindows() {
        assertThrows(SignalException.class, () -> new BeatWindow(-1, 10));
        assertThrows(SignalException.class, () -> new BeatWindow(10, 0));
        assertThrows(SignalException.class, () -> new BeatWindow(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThrows(SignalException.class, () -> new FixedSegmenter(0, 1, Normalisation.NONE));
        assertThrows(SignalException.class, () -> new FixedSegmenter(1, 0, Normalisation.NONE));
    }

    private static BeatSegmenter segmenter(Normalisation normalisation) {
        return new BeatSegmenter(new BeatWindow(4, 4), LabelPolicy.DEFAULT, normalisation);
    }
}
