package org.ecgdistill.signal.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecgdistill.common.Progress;
import org.ecgdistill.signal.Lead;
import org.ecgdistill.signal.SignalException;
import org.ecgdistill.signal.synthesis.EcgGenerator;
import org.ecgdistill.signal.synthesis.NoiseLevels;
import org.ecgdistill.signal.synthesis.Population;
import org.ecgdistill.signal.synthesis.RecordingForm;
import org.ecgdistill.signal.synthesis.SyntheticRecord;
import org.junit.jupiter.api.Test;

/** Leads of one record, of one sampling rate or of two, are cut at the same times. */
class RecordSegmenterTest {

    private static final BeatSegmenter BEATS =
            new BeatSegmenter(new BeatWindow(2, 3), LabelPolicy.DEFAULT, Normalisation.NONE);

    private static LeadSignal ramp(int samples, double rate) {
        return new LeadSignal(IntStream.range(0, samples).asDoubleStream().toArray(), rate);
    }

    private static List<Integer> leads(RecordWindows cut) {
        return cut.windows().stream().map(LeadWindow::lead).toList();
    }

    private static List<Long> peaks(RecordWindows cut) {
        return cut.windows().stream()
                .map(window -> window.segment().beat().orElseThrow())
                .toList();
    }

    @Test
    void leadsTakeTurns() {
        var marks = List.of(new BeatMark(5, "V"), new BeatMark(1, "N"), new BeatMark(3, "+"));
        var cut = RecordSegmenter.aroundMarks(List.of(ramp(100, 10), ramp(100, 10)), marks, BEATS);
        assertEquals(List.of(0, 1, 0, 1), leads(cut));
        assertEquals(List.of(10L, 10L, 50L, 50L), peaks(cut));
    }

    @Test
    void aFasterLeadIsCutAtTheSameTimes() {
        var marks = List.of(new BeatMark(1, "N"), new BeatMark(5, "V"));
        var cut = RecordSegmenter.aroundMarks(List.of(ramp(100, 10), ramp(400, 40)), marks, BEATS);
        assertEquals(List.of(10L, 40L, 50L, 200L), peaks(cut).stream().sorted().toList());
        assertArrayEquals(
                new double[] {198, 199, 200, 201, 202},
                cut.windows().get(3).segment().samples());
    }

    @Test
    void whatIsLeftOutCountsOnceForAllLeads() {
        var marks = List.of(new BeatMark(0.1, "N"), new BeatMark(3, "N"), new BeatMark(5, "Q"));
        var cut = RecordSegmenter.aroundMarks(List.of(ramp(100, 10), ramp(100, 10)), marks, BEATS);
        assertEquals(1, cut.overEdge());
        assertEquals(1, cut.withoutLabel());
    }

    /** At another rate than it was made at, a mark of the last sample may be rounded to the one behind it. */
    @Test
    void aMarkOnTheVeryEndIsOneOfTheLastSample() {
        var end = List.of(new BeatMark(9.96, "N"));
        assertEquals(
                1,
                RecordSegmenter.aroundMarks(List.of(ramp(100, 10)), end, BEATS).overEdge());
        var behind = List.of(new BeatMark(10.2, "N"));
        assertThrows(SignalException.class, () -> RecordSegmenter.aroundMarks(List.of(ramp(100, 10)), behind, BEATS));
    }

    @Test
    void windowsOfFixedLengthInSeconds() {
        var cut = RecordSegmenter.everySoOften(List.of(ramp(100, 10), ramp(200, 20)), 4, 3, Normalisation.NONE);
        assertEquals(List.of(0, 1, 0, 1, 0, 1), leads(cut));
        assertEquals(40, cut.windows().get(0).segment().samples().length);
        assertEquals(80, cut.windows().get(1).segment().samples().length);
        assertEquals(120, cut.windows().get(5).segment().first());
        assertThrows(
                SignalException.class,
                () -> RecordSegmenter.everySoOften(List.of(ramp(9, 1)), 0.1, 1, Normalisation.NONE));
    }

    @Test
    void aWindowOfFixedLengthHasTheLabelOfItsBeats() {
        var leads = List.of(ramp(100, 10), ramp(200, 20));
        var marks = List.of(
                new BeatMark(0, "N"),
                new BeatMark(2, "V"),
                new BeatMark(2.5, "A"),
                new BeatMark(3, "a"),
                new BeatMark(4, "L"),
                new BeatMark(5, "+"),
                new BeatMark(8, "Q"));
        var cut = RecordSegmenter.everySoOften(leads, 2, 2, Normalisation.NONE);
        var policy = new LabelPolicy(LabelPolicy.Scheme.AAMI_CLASSES, false, false);
        var labels = RecordSegmenter.labelled(cut, leads, marks, policy).windows().stream()
                .map(window -> window.segment().label().orElse("none"))
                .toList();
        assertEquals(List.of("N", "N", "S", "S", "N", "N", "none", "none", "none", "none"), labels);
        assertEquals(
                Optional.of("S"), policy.labelOfAll(List.of("V", "S", "N")), "of equals the first in AAMI's order");
        assertEquals(Optional.of("abnormal"), LabelPolicy.DEFAULT.labelOfAll(List.of("N", "V", "N")));
        assertEquals(Optional.of("normal"), LabelPolicy.DEFAULT.labelOfAll(List.of("N", "Q")));
        assertEquals(Optional.empty(), LabelPolicy.DEFAULT.labelOfAll(List.of("/", "+")));
    }

    /** The detector looks at the first lead in which there is a beat. */
    @Test
    void detectedBeatsHoldForAllLeads() {
        var record = new SyntheticRecord[1];
        new EcgGenerator(
                        new Population(1, 1, 0, 0, 0),
                        new RecordingForm(10, 250, List.of(Lead.II)),
                        NoiseLevels.NONE,
                        3)
                .records(Progress.NONE, made -> record[0] = made);
        var signal = new LeadSignal(record[0].samples(Lead.II), 250);
        var flat = new LeadSignal(new double[signal.samples().length], 250);
        var cut = RecordSegmenter.aroundPeaks(List.of(flat, signal), BEATS, Progress.NONE);
        var found = cut.windows().stream().filter(window -> window.lead() == 0).count();
        assertEquals(record[0].beats().size(), found, 1);
        assertEquals(2 * found, cut.windows().size());
        assertTrue(RecordSegmenter.aroundPeaks(List.of(flat), BEATS, Progress.NONE)
                .windows()
                .isEmpty());
    }
}
